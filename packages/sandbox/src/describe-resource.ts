import type { DirectoryUser, Population } from './directory.ts';
import type { Application, Environment } from './environments.ts';

/** A resource of the API, as HAL. */
export interface Resource {
  readonly id: string;
  readonly [member: string]: unknown;
}

const CREATED = { createdAt: '2025-03-04T09:15:00.000Z', updatedAt: '2026-06-17T14:02:31.000Z' };

const ENVIRONMENT_LINKS = [
  'populations',
  'users',
  'applications',
  'activities',
  'branding',
  'resources',
  'passwordPolicies',
  'userActivities',
  'signOnPolicies',
  'keys',
  'templates',
  'notificationsSettings',
  'schemas',
  'gateways',
  'capabilities',
  'activeIdentityCounts',
  'billOfMaterials',
];

/** Describes an environment. @param base The API's base, with version. */
export function describeEnvironmentResource(environment: Environment, base: string): Resource {
  const self = `${base}/environments/${environment.id}`;
  return {
    _links: {
      self: link(self),
      organization: link(`${base}/organizations/${environment.organizationId}`),
      license: link(`${base}/organizations/${environment.organizationId}/licenses/${environment.licenseId}`),
      ...Object.fromEntries(ENVIRONMENT_LINKS.map((name) => [name, link(`${self}/${name}`)])),
    },
    id: environment.id,
    name: environment.name,
    ...(environment.description !== '' && { description: environment.description }),
    organization: { id: environment.organizationId },
    type: environment.type,
    region: environment.region.code,
    status: 'ACTIVE',
    ...CREATED,
    license: { id: environment.licenseId },
  };
}

/** Describes a user. @param base The API's base, with version. */
export function describeUser(environment: Environment, user: DirectoryUser, base: string): Resource {
  const home = `${base}/environments/${environment.id}`;
  const self = `${home}/users/${user.id}`;
  return {
    _links: {
      self: link(self),
      environment: link(home),
      population: link(`${home}/populations/${user.populationId}`),
      password: link(`${self}/password`),
      devices: link(`${self}/devices`),
      roleAssignments: link(`${self}/roleAssignments`),
      linkedAccounts: link(`${self}/linkedAccounts`),
    },
    id: user.id,
    environment: { id: environment.id },
    account: { canAuthenticate: user.enabled, status: 'OK' },
    ...CREATED,
    email: user.email,
    enabled: user.enabled,
    identityProvider: { type: 'PING_ONE' },
    lifecycle: { status: 'ACCOUNT_OK' },
    mfaEnabled: false,
    name: { given: user.given, family: user.family },
    population: { id: user.populationId },
    username: user.username,
    verifyStatus: 'NOT_INITIATED',
  };
}

/** Describes a population. @param base The API's base, with version. */
export function describePopulation(environment: Environment, population: Population, base: string): Resource {
  const home = `${base}/environments/${environment.id}`;
  return {
    _links: { self: link(`${home}/populations/${population.id}`), environment: link(home) },
    id: population.id,
    environment: { id: environment.id },
    name: population.name,
    default: population.default,
    userCount: environment.directory.filter(({ populationId }) => populationId === population.id).length,
    ...CREATED,
  };
}

/** Describes an application, without its secret. @param base The API's base, with version. */
export function describeApplication(environment: Environment, application: Application, base: string): Resource {
  const home = `${base}/environments/${environment.id}`;
  const self = `${home}/applications/${application.clientId}`;
  return {
    _links: {
      self: link(self),
      environment: link(home),
      secret: link(`${self}/secret`),
      roleAssignments: link(`${self}/roleAssignments`),
    },
    environment: { id: environment.id },
    id: application.clientId,
    name: application.name,
    enabled: application.enabled,
    type: application.type,
    protocol: 'OPENID_CONNECT',
    ...CREATED,
    grantTypes: application.grantTypes.map((grantType) => grantType.toUpperCase()),
    tokenEndpointAuthMethod: application.authMethod,
    ...(application.redirectUris.length > 0 && { redirectUris: application.redirectUris, responseTypes: ['CODE'] }),
    pkceEnforcement: application.pkce,
  };
}

function link(href: string): { readonly href: string } {
  return { href };
}
