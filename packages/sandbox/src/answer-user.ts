import type { DirectoryUser } from './directory.ts';
import { updateUser } from './directory.ts';
import type { PlatformError } from './error-bodies.ts';
import { INSUFFICIENT_PERMISSIONS, VALIDATION_FAILED } from './error-bodies.ts';
import { readScopes } from './judge-scopes.ts';
import type { Actor } from './read-access-token.ts';

/** What a person may change of themselves here. */
interface ProfileChange {
  readonly email?: string;
  readonly given?: string;
  readonly family?: string;
}

/**
 * Answers a person who reads or changes their own record, as the scopes of self-management allow.
 *
 * @param body The attributes to change, `{ email?, name?: { given?, family? } }`, of a `PATCH` or `PUT`.
 */
export function answerUser(
  actor: Actor,
  userId: string,
  method: string,
  body: unknown,
): { readonly user: DirectoryUser } | { readonly error: PlatformError } {
  const scopes = readScopes(String(actor.claims['scope']));
  const needed = method === 'GET' ? 'p1:read:user' : 'p1:update:user';
  const { directory } = actor.environment;
  const user = directory.find(({ id }) => id === userId);
  // PingOne: "p1:read:user:{suffix}" is the same scope for some attributes alone, which all are here.
  const allowed = scopes.some((scope) => scope === needed || scope.startsWith(`${needed}:`));
  if (!user?.enabled || user.id !== actor.claims.sub || !allowed) return { error: INSUFFICIENT_PERMISSIONS };
  if (method === 'GET') return { user };
  const change = readProfileChange(body);
  if ('error' in change) return change;
  return { user: updateUser(directory, userId, change.change) ?? user };
}

function readProfileChange(body: unknown): { readonly change: ProfileChange } | { readonly error: PlatformError } {
  const { email, name, ...others } = readMembers(body);
  const { given, family, ...otherNames } = readMembers(name);
  const unknown = [...Object.keys(others), ...Object.keys(otherNames).map((one) => `name.${one}`)][0];
  if (unknown !== undefined) return { error: refuseAttribute(unknown, 'cannot be changed here') };
  const change: Record<string, string> = {};
  for (const [attribute, value] of Object.entries({ email, given, family })) {
    if (value === undefined) continue;
    if (typeof value !== 'string' || value === '') return { error: refuseAttribute(attribute, 'must be text') };
    change[attribute] = value;
  }
  return { change };
}

function readMembers(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function refuseAttribute(target: string, what: string): PlatformError {
  return {
    status: 400,
    code: 'INVALID_DATA',
    message: VALIDATION_FAILED,
    details: [{ code: 'INVALID_VALUE', target, message: `${target} ${what}` }],
  };
}
