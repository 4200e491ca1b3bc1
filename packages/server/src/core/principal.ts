import { holdsScope, type KeyGrant } from '@latchkey/protocol';
import { connectError } from '../errors.ts';

/** A backend that proved who it is by a secret key. */
export interface KeyPrincipal {
  readonly kind: 'key';
  /** Stable; says nothing of the key. */
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly KeyGrant[];
}

/** Who calls, other than an end user's browser. */
export type Principal = KeyPrincipal;

/** Makes sure that a caller may do what needs this scope. @throws {ConnectError} `forbidden`, which names the scope */
export function requireScope({ scopes }: Principal, scope: KeyGrant): void {
  if (!holdsScope(scopes, scope)) throw connectError('forbidden', { message: `The secret key lacks the scope "${scope}".` });
}
