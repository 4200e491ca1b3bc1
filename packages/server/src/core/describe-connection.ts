import type { ConnectionListItem, FullConnection } from '@latchkey/protocol';
import type { Connection } from './connection.ts';

/** Writes whose a connection is, as the wire has it. */
export function describeEndUser({ endUser, organization }: Pick<Connection, 'endUser' | 'organization'>): ConnectionListItem['end_user'] {
  if (endUser === undefined) return null;
  return {
    id: endUser.id,
    display_name: endUser.displayName ?? null,
    email: endUser.email ?? null,
    tags: endUser.tags === undefined ? null : { ...endUser.tags },
    organization: organization === undefined ? null : { id: organization.id, display_name: organization.displayName ?? null },
  };
}

/** Writes the environment that a connection leads to, as the wire has it. */
export function describeStoredEnvironment({ environment }: Pick<Connection, 'environment'>): FullConnection['environment'] {
  if (environment === undefined) return null;
  const { id, name = null, type = null, region } = environment;
  return { id, name, type, region };
}
