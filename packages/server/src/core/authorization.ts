import type { Notice } from '@latchkey/protocol';
import type { TokenEndpointAuthMethod } from '@latchkey/providers';
import type { ConnectionKey } from './connect-session.ts';

/** Why an attempt to sign in failed, as the end user is told. Holds no secret. */
export interface AuthorizationFailure {
  readonly code: string;
  /** HTTP status. */
  readonly status: number;
  readonly message: string;
  readonly remedy: string;
  readonly retryable: boolean;
  readonly field?: string;
  readonly guideStep?: string;
  readonly correlationId?: string;
  readonly retryAfterSeconds?: number;
}

/** What came of an attempt to sign in. */
export type AuthorizationOutcome =
  | { readonly connected: ConnectionKey; readonly notices: readonly Notice[] }
  | { readonly failure: AuthorizationFailure };

/**
 * One attempt of an end user to sign in to the provider: a window is sent there, and comes back.
 *
 * What makes its holder believed (ticket, binding, state) is known here by its SHA-256 alone, as 64 lower-case hexadecimal digits.
 */
export interface Authorization {
  readonly authorizationId: string;
  readonly integrationId: string;
  /** Names the connect session that began it, as {@link ConnectSession.tokenHash} does. */
  readonly sessionTokenHash: string;
  /** Whose session it was: another session of theirs may ask what came of it. */
  readonly endUserId: string | undefined;
  readonly endUserOrganizationId: string | undefined;
  /** Checked values of `connection_config`, by field name; the region is the one that was found. */
  readonly config: Readonly<Record<string, string>>;
  /** What was put right before the window opened. */
  readonly notices: readonly Notice[];
  readonly scopes: readonly string[];
  /** Tried first when the code is exchanged. */
  readonly authMethod: TokenEndpointAuthMethod;
  /** Who may call itself the issuer: the one of the provider's table, and the one that its discovery document names. */
  readonly issuers: readonly string[];
  /** Whether the provider says that its responses always name the issuer (RFC 9207 §3). */
  readonly namesIssuer: boolean;
  /** The origin of the page that is told when it is over. */
  readonly openerOrigin: string;
  /** Where to go on when the person signs in in the same tab. */
  readonly returnUrl: string | undefined;
  /** Opens the attempt in one browser, once. */
  readonly ticketHash: string;
  /** What the provider brings back. */
  readonly stateHash: string;
  /** The cookie of the browser that spent the ticket; `undefined` until then. */
  readonly bindingHash: string | undefined;
  /** Whether that browser signs in in a window of its own. */
  readonly inPopup: boolean;
  /** Compact JWE: state, code verifier, nonce, and the client where the end user or the host brought one. `undefined` once it is settled. */
  readonly sealedSecrets: string | undefined;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  /** When a callback took it; at most one does. */
  readonly claimedAt: Date | undefined;
  readonly outcome: AuthorizationOutcome | undefined;
}

/** How long a claimed attempt may take to be settled before it counts as broken off, in milliseconds. */
const SETTLES_WITHIN_MS = 2 * 60_000;

/** Tells whether an attempt ran out of time without an outcome. One that a callback took just before gets the time to finish. */
export function isExpired({ outcome, claimedAt, expiresAt }: Authorization, now: Date): boolean {
  if (outcome !== undefined) return false;
  const endsAt = claimedAt === undefined ? expiresAt.getTime() : Math.max(expiresAt.getTime(), claimedAt.getTime() + SETTLES_WITHIN_MS);
  return now.getTime() >= endsAt;
}

/** The name of the cookie that binds an attempt to a browser. Several attempts in one browser do not disturb each other. */
// Security: "__Host-" keeps other hosts of the domain, and plain http, from setting it.
export function nameBindingCookie(authorizationId: string): string {
  return `__Host-latchkey_${authorizationId.slice(0, 8)}`;
}
