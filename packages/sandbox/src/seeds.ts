import type { EnvironmentSeed, WorkerSeed } from './environments.ts';

const READER = ['Identity Data Read Only', 'Configuration Read Only'];

const WORKING: readonly WorkerSeed[] = [
  { name: 'Worker with Post', authMethod: 'CLIENT_SECRET_POST', roles: READER },
  { name: 'Worker with Basic', authMethod: 'CLIENT_SECRET_BASIC', roles: READER },
];

const REDIRECT_URIS = ['http://localhost', 'http://127.0.0.1'].flatMap((origin) => [
  `${origin}/latchkey/oauth/callback`,
  `${origin}/oauth/callback`,
]);

/** The environments of a sandbox that is given none. Scenarios name workers of the first one. */
export const defaultSeeds: readonly EnvironmentSeed[] = [
  {
    name: 'Acme Production',
    description: 'Everybody who works at Acme.',
    organization: 'Acme',
    region: 'NA',
    type: 'PRODUCTION',
    workers: [
      ...WORKING,
      { name: 'Worker with JWT', authMethod: 'CLIENT_SECRET_JWT', roles: READER },
      { name: 'Worker without authentication', authMethod: 'NONE', roles: READER },
      { name: 'Disabled worker', authMethod: 'CLIENT_SECRET_POST', enabled: false, roles: READER },
      { name: 'Worker without roles', authMethod: 'CLIENT_SECRET_POST', roles: [] },
      { name: 'Worker with weak roles', authMethod: 'CLIENT_SECRET_POST', roles: ['Organization Admin'] },
    ],
    webApps: [
      { name: 'Acme Portal', redirectUris: REDIRECT_URIS, signOffUris: ['http://localhost/signed-off', 'http://127.0.0.1/signed-off'] },
      { name: 'Portal with Basic', redirectUris: REDIRECT_URIS, authMethod: 'CLIENT_SECRET_BASIC' },
      { name: 'Portal without refresh token', redirectUris: REDIRECT_URIS, refreshGrant: false },
      { name: 'Portal with offline_access', redirectUris: REDIRECT_URIS, scopes: ['profile', 'email', 'p1:read:user', 'offline_access'] },
      { name: 'Portal with S256 required', redirectUris: REDIRECT_URIS, pkce: 'S256_REQUIRED' },
      { name: 'Portal with PKCE required', redirectUris: REDIRECT_URIS, pkce: 'REQUIRED' },
      { name: 'Portal without scopes', redirectUris: REDIRECT_URIS, scopes: [] },
      { name: 'Disabled portal', redirectUris: REDIRECT_URIS, enabled: false },
    ],
    customScopes: ['orders:read'],
    users: ['ada.lovelace', 'grace.hopper'],
    populations: ['Employees', 'Contractors', 'Partners'],
    directorySize: 250,
  },
  {
    name: 'Acme Staging',
    description: 'Where Acme tries things out.',
    organization: 'Acme Europe',
    region: 'EU',
    type: 'SANDBOX',
    workers: [...WORKING, { name: 'Worker with weak roles', authMethod: 'CLIENT_SECRET_BASIC', roles: ['Client Application Developer'] }],
    webApps: [{ name: 'Acme Portal', redirectUris: REDIRECT_URIS }],
    users: ['ada.lovelace'],
    populations: ['Testers', 'Robots'],
    directorySize: 40,
  },
  {
    name: 'Globex',
    organization: 'Globex',
    region: 'AU',
    type: 'PRODUCTION',
    workers: WORKING,
    webApps: [{ name: 'Globex Intranet', redirectUris: REDIRECT_URIS }],
    users: ['hank.scorpio'],
    populations: ['Everybody'],
    directorySize: 120,
  },
];
