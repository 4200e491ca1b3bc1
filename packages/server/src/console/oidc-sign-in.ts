import { AuthorizationResponseError, ResponseBodyError } from 'oauth4webapi';
import * as z from 'zod/mini';
import type { Clock } from '../clock.ts';
import { fitText } from '../core/fit-text.ts';
import { findRole, readGroups } from '../core/read-groups.ts';
import { readReturnPath } from '../core/return-path.ts';
import { connectError, type ConnectError } from '../errors.ts';
import type { Send } from '../oauth/send.ts';
import { buildAuthorizationUrl, generateAuthorizationSecrets } from '../oauth/authorization-request.ts';
import type { ConsoleOidcOption } from '../options.ts';
import type { Vault } from '../vault/vault.ts';
import type { SignedInPerson } from './console-sessions.ts';
import { createOidcProvider, type Claims } from './oidc-provider.ts';

/** Signing in to the console through an OpenID Connect provider. */
export interface OidcSignIn {
  /** What the button says. */
  readonly label: string;
  /**
   * Begins a sign-in.
   *
   * @param returnTo Where the person wants to go.
   * @returns The provider's page, and what the browser must bring back.
   * @throws {ConnectError} `sign_in_provider_failed`
   */
  start(returnTo: string | undefined): Promise<{ readonly url: string; readonly binding: string }>;
  /**
   * Finishes it.
   *
   * @param response What the browser brings from the provider.
   * @param binding What it was given at the start.
   * @returns Where to go on, and who it is; `undefined` for somebody who proved who they are, and is in no group.
   * @throws {ConnectError} `sign_in_interrupted`; `sign_in_not_permitted` when the provider let nobody in; `sign_in_provider_failed`
   */
  finish(
    response: URLSearchParams,
    binding: string | undefined,
  ): Promise<{ readonly person: SignedInPerson | undefined; readonly returnTo: string }>;
}

/** What signing in works with. */
interface OidcParts {
  readonly options: ConsoleOidcOption;
  readonly redirectUri: string;
  readonly vault: Vault;
  readonly send: Send;
  readonly clock: Clock;
}

/** How long a sign-in may take, in milliseconds. */
export const SIGN_IN_MS = 600_000;

const bindingShape = z.object({ nonce: z.string(), codeVerifier: z.string(), returnTo: z.string(), expiresAt: z.number() });

/** Creates it. */
export function createOidcSignIn({ options, redirectUri, vault, send, clock }: OidcParts): OidcSignIn {
  const { clientId, label = 'single sign-on', groupsClaim = 'groups' } = options;
  const provider = createOidcProvider({ options, groupsClaim, send, clock });

  /** Security: it opens for the state alone that it was sealed with, so a response that was made for another browser does not fit. */
  const openBinding = async (state: string | undefined, binding: string | undefined) => {
    if (state === undefined || binding === undefined) throw connectError('sign_in_interrupted');
    const opened = bindingShape.safeParse(await vault.open('console_sign_in', state, binding).catch(() => undefined));
    if (!opened.success || clock.now().getTime() >= opened.data.expiresAt) throw connectError('sign_in_interrupted');
    return { state, ...opened.data };
  };

  return {
    label,
    async start(returnTo) {
      const { authorization_endpoint: endpoint, scopes_supported: supported } = await provider.describe().catch((error: unknown) => {
        throw explain(error, 'could not be asked where to sign in');
      });
      if (endpoint === undefined) throw explain(undefined, 'does not say where to sign in');
      const { state, ...secrets } = generateAuthorizationSecrets();
      // Some providers tell groups to those alone who ask.
      const scopes = ['openid', 'profile', 'email', ...(supported?.includes('groups') ? ['groups'] : [])];
      return {
        url: await buildAuthorizationUrl({ ...secrets, state, endpoint, clientId, redirectUri, scopes }),
        binding: await vault.seal('console_sign_in', state, {
          ...secrets,
          returnTo: readReturnPath(returnTo),
          expiresAt: clock.now().getTime() + SIGN_IN_MS,
        }),
      };
    },

    async finish(response, binding) {
      const [state, ...more] = response.getAll('state');
      const { returnTo, ...begunWith } = await openBinding(more.length === 0 ? state : undefined, binding);
      const claims = await provider.redeem(response, { ...begunWith, redirectUri }).catch((error: unknown) => {
        if (error instanceof AuthorizationResponseError && error.error === 'access_denied') {
          throw connectError('sign_in_not_permitted', {
            message: 'The OpenID Connect provider did not let you in.',
            remedy: 'Try again. If it stays so, ask whoever runs the provider to let you use Latchkey.',
          });
        }
        throw explain(error, 'did not sign you in');
      });
      const role = findRole(readGroups(claims[groupsClaim]), options);
      const person = role && ({ subject: `oidc:${claims.sub}`, name: nameOf(claims), role, via: 'oidc' } as const);
      return { person, returnTo };
    },
  };
}

/** Security: what went wrong may quote tokens, so nothing of it is told but the code that the specification has for it. */
function explain(error: unknown, what: string): ConnectError {
  const code = error instanceof ResponseBodyError || error instanceof AuthorizationResponseError ? error.error : undefined;
  const reason = code !== undefined && /^[\w-]{1,64}$/.test(code) ? `: ${code}` : '';
  return connectError('sign_in_provider_failed', { message: `The OpenID Connect provider ${what}${reason}.`, cause: error });
}

function nameOf({ name, preferred_username, email, sub }: Claims): string {
  const found = [name, preferred_username, email, sub].find((text) => typeof text === 'string' && text.trim() !== '');
  return fitText(String(found));
}
