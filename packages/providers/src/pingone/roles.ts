import type { AccessCheck, Role } from '../provider.ts';

const READ_ALL_BUT_USERS = ['read_environment', 'read_populations', 'read_applications'];

/**
 * PingOne's built-in roles that matter to a worker application, with what each may read.
 *
 * @see [PingOne: administrator roles](https://docs.pingidentity.com/pingone/directory/p1_roles.html)
 */
export const roles: readonly Role[] = [
  { id: '1813bc13-8d13-4e88-a825-d40bfe82777b', name: 'Organization Admin', applicableTo: ['ORGANIZATION'], allows: ['read_environment'] },
  {
    id: '29ddce68-cd7f-4b2a-b6fc-f7a19553b496',
    name: 'Environment Admin',
    applicableTo: ['ORGANIZATION', 'ENVIRONMENT'],
    allows: READ_ALL_BUT_USERS,
  },
  {
    id: '0bd9c966-7664-4ac1-b059-0ff9293908e2',
    name: 'Identity Data Admin',
    applicableTo: ['POPULATION', 'ENVIRONMENT'],
    allows: ['read_environment', 'read_populations', 'read_users'],
  },
  {
    id: 'b5057d0d-7281-47f6-9398-8a7e4cb71397',
    name: 'Client Application Developer',
    applicableTo: ['ENVIRONMENT'],
    allows: READ_ALL_BUT_USERS,
  },
  {
    id: 'ce00e15f-f845-4df1-abf3-fdc4ff4e176c',
    name: 'Identity Data Read Only',
    applicableTo: ['POPULATION', 'ENVIRONMENT'],
    allows: ['read_environment', 'read_populations', 'read_users'],
  },
  {
    id: '7aba580c-5ec7-4b26-987d-85f462767455',
    name: 'Configuration Read Only',
    applicableTo: ['ENVIRONMENT', 'ORGANIZATION'],
    allows: READ_ALL_BUT_USERS,
  },
];

/** What a connection is asked for once it has a token. The first one names the environment. */
export const accessChecks = [
  {
    name: 'read_environment',
    url: '{api}/v1/environments/{environmentId}',
    remedy: 'Grant the application a role in this environment, for example Environment Admin or Configuration Read Only.',
    guideStep: 'roles',
  },
  {
    name: 'read_users',
    url: '{api}/v1/environments/{environmentId}/users?limit=1',
    remedy: 'Grant the application the role Identity Data Read Only or Identity Data Admin.',
    guideStep: 'roles',
  },
  {
    name: 'read_populations',
    url: '{api}/v1/environments/{environmentId}/populations?limit=1',
    remedy: 'Grant the application the role Identity Data Read Only or Environment Admin.',
    guideStep: 'roles',
  },
  {
    name: 'read_applications',
    url: '{api}/v1/environments/{environmentId}/applications?limit=1',
    remedy: 'Grant the application the role Configuration Read Only or Client Application Developer.',
    guideStep: 'roles',
  },
] as const satisfies readonly AccessCheck[];
