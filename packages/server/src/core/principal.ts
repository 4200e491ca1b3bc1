import { holdsScope, type ConsoleRole, type KeyGrant, type KeyScope } from '@latchkey/protocol';
import { connectError } from '../errors.ts';

/** A backend that proved who it is by a secret key. */
export interface KeyPrincipal {
  readonly kind: 'key';
  /** Stable; says nothing of the key. */
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly KeyGrant[];
  /** From when on the key is refused; `undefined` for never. */
  readonly expiresAt: Date | undefined;
}

/** Somebody who is signed in to the console. */
export interface ConsolePrincipal {
  readonly kind: 'console';
  /** The same whenever this person signs in. */
  readonly id: string;
  readonly name: string;
  readonly role: ConsoleRole;
  /** What the role may do. */
  readonly scopes: readonly KeyScope[];
}

/** Who calls, other than an end user's browser. */
export type Principal = KeyPrincipal | ConsolePrincipal;

/** Makes sure that a caller may do what needs this scope. @throws {ConnectError} `forbidden`, which names the scope */
export function requireScope(principal: Principal, scope: KeyGrant): void {
  if (holdsScope(principal.scopes, scope)) return;
  if (principal.kind === 'key') throw connectError('forbidden', { message: `The secret key lacks the scope "${scope}".` });
  throw connectError('forbidden', {
    message: `Your role, "${principal.role}", lacks the scope "${scope}".`,
    remedy: 'Ask somebody who may do this, or use a secret key with the scope.',
  });
}
