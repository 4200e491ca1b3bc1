import type { Region } from '@latchkey/providers';
import { findProvider } from '@latchkey/providers';
import { deriveId, deriveSecret } from './derive-identity.ts';
import type { DirectoryUser, Population } from './directory.ts';
import { deriveUserId, fillDirectory } from './directory.ts';
import { SELF_MANAGEMENT_SCOPES } from './self-management-scopes.ts';

/** Token Endpoint Authentication Method, in PingOne's words. */
export type AuthMethod = 'NONE' | 'CLIENT_SECRET_BASIC' | 'CLIENT_SECRET_POST' | 'CLIENT_SECRET_JWT' | 'PRIVATE_KEY_JWT';

/** A worker application to be. Its IDs and secrets are derived from the names. */
export interface WorkerSeed {
  readonly name: string;
  readonly authMethod: AuthMethod;
  /** @default true */
  readonly enabled?: boolean;
  /** Names of PingOne's built-in roles, granted in the worker's own environment. */
  readonly roles: readonly string[];
}

/** What an application asks of the proof key: nothing, any method, or S256 alone. */
export type PkceEnforcement = 'OPTIONAL' | 'REQUIRED' | 'S256_REQUIRED';

/** How long an application's refresh tokens live. */
export interface RefreshTokenSettings {
  /** Of one token, in seconds. @default 2592000 (30 days) */
  readonly lifetimeSeconds: number;
  /** Of all that follow from one sign-on, in seconds. @default 15552000 (180 days) */
  readonly rollingSeconds: number;
  /** How long a rotated token may be used again, in seconds. @default 0 */
  readonly graceSeconds: number;
}

/** An OIDC Web App to be. */
export interface WebAppSeed {
  readonly name: string;
  /** Matched exactly, but for the port of `localhost`, `127.0.0.1` and `[::1]`. */
  readonly redirectUris: readonly string[];
  /** Where a person may be sent after signing off. @default none */
  readonly signOffUris?: readonly string[];
  /** @default 'CLIENT_SECRET_POST' */
  readonly authMethod?: AuthMethod;
  /** @default true */
  readonly enabled?: boolean;
  /** @default 'OPTIONAL' */
  readonly pkce?: PkceEnforcement;
  /** Whether the Refresh Token grant is ticked. @default true */
  readonly refreshGrant?: boolean;
  /** The scopes on the Resources tab, beside `openid`. @default those of OpenID Connect and of self-management, without `offline_access` */
  readonly scopes?: readonly string[];
  readonly refreshTokens?: Partial<RefreshTokenSettings>;
}

/** An environment to be. */
export interface EnvironmentSeed {
  readonly name: string;
  readonly description?: string;
  /** The organization's name; environments that share it share its ID. */
  readonly organization: string;
  /** The region's code, for example `EU`. */
  readonly region: string;
  readonly type: 'PRODUCTION' | 'SANDBOX';
  readonly workers: readonly WorkerSeed[];
  readonly webApps: readonly WebAppSeed[];
  /** Scopes of a custom resource, which no application is granted: asking for them beside others is refused. @default none */
  readonly customScopes?: readonly string[];
  /** Names of the users who can sign in; their passwords are derived. */
  readonly users: readonly string[];
  /** The first one is the default population. */
  readonly populations: readonly string[];
  /** How many users the directory holds in all. */
  readonly directorySize: number;
}

/** An application as the sandbox knows it. For PingOne its ID is the client ID. */
export interface Application {
  readonly clientId: string;
  readonly name: string;
  readonly type: 'WORKER' | 'WEB_APP';
  readonly clientSecret: string;
  /** The secret before the last rotation, and until when it is still taken. */
  readonly previousSecret?: { readonly secret: string; readonly expiresAt: Date };
  readonly authMethod: AuthMethod;
  readonly enabled: boolean;
  readonly grantTypes: readonly string[];
  readonly roles: readonly string[];
  readonly redirectUris: readonly string[];
  readonly signOffUris: readonly string[];
  readonly pkce: PkceEnforcement;
  /** The scopes that users may be asked for. */
  readonly scopes: readonly string[];
  readonly refreshTokens: RefreshTokenSettings;
}

/** A user who can sign in. The ID is the one of the directory. */
export interface SignOnUser {
  readonly id: string;
  readonly username: string;
  readonly password: string;
}

/** An environment as the sandbox knows it. */
export interface Environment {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly type: 'PRODUCTION' | 'SANDBOX';
  readonly organizationId: string;
  readonly licenseId: string;
  readonly region: Region;
  readonly applications: readonly Application[];
  readonly populations: readonly Population[];
  /** A user who changes is replaced. */
  readonly directory: DirectoryUser[];
  readonly customScopes: readonly string[];
  readonly users: readonly SignOnUser[];
}

/** What people and tests need to know of an environment, credentials included. */
export interface SandboxEnvironment {
  name: string;
  environmentId: string;
  organizationId: string;
  region: string;
  tld: string;
  workers: { name: string; clientId: string; clientSecret: string; authMethod: AuthMethod; enabled: boolean; roles: string[] }[];
  webApps: { name: string; clientId: string; clientSecret: string; redirectUris: string[] }[];
  users: { username: string; password: string }[];
}

const REFRESH_TOKENS: RefreshTokenSettings = { lifetimeSeconds: 2_592_000, rollingSeconds: 15_552_000, graceSeconds: 0 };
const PROFILE_SCOPES = ['profile', 'email', 'address', 'phone'];

/**
 * Makes environments of their seeds.
 *
 * @throws {RangeError} When a seed names a region or role that PingOne does not have, or two seeds have the same name.
 */
export function createEnvironments(seeds: readonly EnvironmentSeed[]): Environment[] {
  const environments = seeds.map(createEnvironment);
  const names = new Set(seeds.map((seed) => seed.name));
  if (names.size < seeds.length) throw new RangeError('Two environments have the same name: their IDs would be the same too.');
  return environments;
}

function createEnvironment(seed: EnvironmentSeed): Environment {
  const id = deriveId(`environment:${seed.name}`);
  const catalogue = findProvider('pingone-cc');
  const region = catalogue?.form.regions.find(({ code }) => code === seed.region);
  if (!region) throw new RangeError(`"region" of the environment "${seed.name}" is "${seed.region}", which is no region of PingOne.`);
  const unknown = seed.workers.flatMap(({ roles }) => roles).find((role) => catalogue?.roles.every(({ name }) => name !== role));
  if (unknown !== undefined) throw new RangeError(`"${unknown}", a role of a worker in "${seed.name}", is no role of PingOne.`);
  const workers = seed.workers.map((worker): Application => ({
    ...identify(seed.name, worker.name),
    type: 'WORKER',
    authMethod: worker.authMethod,
    enabled: worker.enabled ?? true,
    grantTypes: ['client_credentials'],
    roles: worker.roles,
    redirectUris: [],
    signOffUris: [],
    pkce: 'OPTIONAL',
    scopes: [],
    refreshTokens: REFRESH_TOKENS,
  }));
  const webApps = seed.webApps.map((webApp): Application => ({
    ...identify(seed.name, webApp.name),
    type: 'WEB_APP',
    authMethod: webApp.authMethod ?? 'CLIENT_SECRET_POST',
    enabled: webApp.enabled ?? true,
    grantTypes: ['authorization_code', ...((webApp.refreshGrant ?? true) ? ['refresh_token'] : [])],
    roles: [],
    redirectUris: webApp.redirectUris,
    signOffUris: webApp.signOffUris ?? [],
    pkce: webApp.pkce ?? 'OPTIONAL',
    scopes: ['openid', ...(webApp.scopes ?? [...PROFILE_SCOPES, ...SELF_MANAGEMENT_SCOPES])],
    refreshTokens: { ...REFRESH_TOKENS, ...webApp.refreshTokens },
  }));
  return {
    id,
    name: seed.name,
    description: seed.description ?? '',
    type: seed.type,
    organizationId: deriveId(`organization:${seed.organization}`),
    licenseId: deriveId(`license:${seed.organization}`),
    region,
    applications: [...workers, ...webApps],
    ...fillDirectory(seed),
    customScopes: seed.customScopes ?? [],
    users: seed.users.map((username) => ({
      id: deriveUserId(seed.name, username),
      username,
      password: deriveSecret(`${seed.name}/${username}`).slice(0, 16),
    })),
  };
}

function identify(environment: string, application: string): Pick<Application, 'clientId' | 'name' | 'clientSecret'> {
  const path = `${environment}/${application}`;
  return { clientId: deriveId(`application:${path}`), name: application, clientSecret: deriveSecret(path) };
}

/** Describes an environment for people and tests. */
export function describeEnvironment(environment: Environment): SandboxEnvironment {
  const { applications } = environment;
  return {
    name: environment.name,
    environmentId: environment.id,
    organizationId: environment.organizationId,
    region: environment.region.code,
    tld: environment.region.topLevelDomain,
    workers: applications
      .filter(({ type }) => type === 'WORKER')
      .map(({ name, clientId, clientSecret, authMethod, enabled, roles }) => {
        return { name, clientId, clientSecret, authMethod, enabled, roles: [...roles] };
      }),
    webApps: applications
      .filter(({ type }) => type === 'WEB_APP')
      .map(({ name, clientId, clientSecret, redirectUris }) => ({ name, clientId, clientSecret, redirectUris: [...redirectUris] })),
    users: environment.users.map(({ username, password }) => ({ username, password })),
  };
}
