import { readSign, type Provider, type ProviderAnswer, type Sign, type TokenEndpointAuthMethod } from '@latchkey/providers';
import type { Clock } from '../clock.ts';
import { listAuthAttempts, type AuthAttempt, type ClientSecret } from './client-auth.ts';
import { readTokenResponse, type TokenReading } from './read-token-response.ts';
import type { Send } from './send.ts';
import { buildTokenRequest, type TokenEndpoint, type TokenGrant } from './token-request.ts';

/** What is asked of a token endpoint. */
export interface TokenOrder {
  readonly provider: Provider;
  readonly endpoint: TokenEndpoint;
  readonly client: ClientSecret;
  readonly grant: TokenGrant;
  /** Tried in this order: the one that is known to work first. */
  readonly authMethods: readonly TokenEndpointAuthMethod[];
  /** How long "no role yet" is asked again, in milliseconds. */
  readonly roleGrantWaitMs: number;
  /** Whether passing trouble is asked again, once. @default true */
  readonly isPatient?: boolean;
  /** Called each time before a wait. */
  readonly onWaiting?: () => void;
}

/** A token set and the method that got it, or the answers that together tell why there is none. */
export type TokenOutcome =
  | (Extract<TokenReading, { tokens: unknown }> & { readonly authMethod: TokenEndpointAuthMethod })
  | {
      readonly answers: readonly ProviderAnswer[];
      /** The method that the last answer was to. */
      readonly authMethod: TokenEndpointAuthMethod | undefined;
      /** Whether the provider may have taken the code or refresh token without our learning of it. */
      readonly mayBeSpent: boolean;
    };

/** Pause before "no role yet" is asked again, in milliseconds. */
const ROLE_PAUSE_MS = 1000;

/** Pause before a passing trouble is asked again when the provider names none, in milliseconds. */
const TROUBLE_PAUSE_MS = 500;

/** Longest pause that a provider may ask for, in milliseconds; longer ones are left to the person. */
const MAX_TROUBLE_PAUSE_MS = 5000;

/**
 * Gets a token: tries each way of sending the secret, and asks again quietly where that may help.
 *
 * A code or refresh token is sent again only after an answer that shows that it was not looked at, or when it never left.
 *
 * @see [RFC 6749 §3.2](https://www.rfc-editor.org/rfc/rfc6749.html#section-3.2)
 */
export async function fetchToken({ send, clock }: { send: Send; clock: Clock }, order: TokenOrder): Promise<TokenOutcome> {
  const refusals: ProviderAnswer[] = [];
  const refusedMethods = new Set<TokenEndpointAuthMethod>();
  for (const attempt of listAuthAttempts(order.authMethods, order.client)) {
    if (refusedMethods.has(attempt.method)) continue;
    const reading = await tryPatiently({ send, clock }, order, attempt);
    if ('tokens' in reading) return { ...reading, authMethod: attempt.method };
    const sign = readSign(order.provider.signs, reading.answer);
    // Anything but a refusal of the client speaks for itself; what was refused before only led here. RFC 6749 §3.2.1: a client that is refused has
    // spent nothing.
    if (sign !== 'method_refused' && sign !== 'client_refused') {
      return { answers: [reading.answer], authMethod: attempt.method, mayBeSpent: reading.mayBeSpent };
    }
    if (sign === 'method_refused') refusedMethods.add(attempt.method);
    refusals.push(reading.answer);
  }
  return { answers: refusals, authMethod: undefined, mayBeSpent: false };
}

async function tryPatiently({ send, clock }: { send: Send; clock: Clock }, order: TokenOrder, attempt: AuthAttempt): Promise<TokenReading> {
  const { provider, endpoint, client, grant, roleGrantWaitMs, isPatient = true, onWaiting } = order;
  const giveUpAt = clock.now().getTime() + roleGrantWaitMs;
  let troubles = isPatient ? 0 : 1;
  for (;;) {
    const request = await buildTokenRequest(endpoint, client, attempt, grant);
    const sentAt = clock.now();
    const reading = await readTokenResponse(endpoint, client.clientId, await send(request), sentAt, grant.type);
    if ('tokens' in reading) return reading;
    if (reading.mayBeSpent && grant.type !== 'client_credentials') return reading;
    const sign = readSign(provider.signs, reading.answer);
    const pauseMs = sign === 'no_roles' ? ROLE_PAUSE_MS : troublePauseMs(sign, reading.answer);
    const worthIt = sign === 'no_roles' ? clock.now().getTime() + ROLE_PAUSE_MS <= giveUpAt : troubles === 0;
    if (pauseMs === undefined || !worthIt) return reading;
    if (sign !== 'no_roles') troubles += 1;
    onWaiting?.();
    await clock.sleep(pauseMs);
  }
}

/** How long to wait before asking again, or `undefined` when that would not help or take too long. */
function troublePauseMs(sign: Sign | undefined, { retryAfterSeconds }: ProviderAnswer): number | undefined {
  if (sign !== 'rate_limited' && sign !== 'unavailable' && sign !== 'unreachable') return undefined;
  const pauseMs = retryAfterSeconds === undefined ? TROUBLE_PAUSE_MS : retryAfterSeconds * 1000;
  return pauseMs <= MAX_TROUBLE_PAUSE_MS ? pauseMs : undefined;
}
