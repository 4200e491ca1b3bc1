import type { ConsoleRole } from '@latchkey/protocol';

/** Which groups may do what. */
export interface RoleGroups {
  readonly adminGroup?: string | undefined;
  readonly viewerGroup?: string | undefined;
}

/** Reads the groups that a claim names: a list of texts, or one. Anything else names none. */
export function readGroups(claim: unknown): readonly string[] {
  return [claim].flat().filter((group) => typeof group === 'string');
}

/** Says what somebody may do who is in these groups; `undefined` for nothing. */
export function findRole(groups: readonly string[], { adminGroup, viewerGroup }: RoleGroups): ConsoleRole | undefined {
  if (adminGroup !== undefined && groups.includes(adminGroup)) return 'admin';
  return viewerGroup !== undefined && groups.includes(viewerGroup) ? 'viewer' : undefined;
}
