import type { Clock } from '../clock.ts';
import { connectError } from '../errors.ts';
import type { ConsoleOption } from '../options.ts';
import type { Send } from '../oauth/send.ts';
import type { ConsoleStore } from '../store/console-store.ts';
import type { Background } from '../use-cases/background.ts';
import { hashSecret } from '../use-cases/hash-secret.ts';
import type { Vault } from '../vault/vault.ts';
import { createConsoleSessions, type ConsoleSessions, type SignedInPerson } from './console-sessions.ts';
import { createOidcSignIn, type OidcSignIn } from './oidc-sign-in.ts';
import { checkPassword } from './password.ts';
import { createSignInThrottle } from './sign-in-throttle.ts';

/** Signing in to the console. */
export interface Console {
  readonly sessions: ConsoleSessions;
  readonly hasPassword: boolean;
  /** `undefined` when nobody signs in that way. */
  readonly oidc: OidcSignIn | undefined;
  /**
   * Finds out who knows the password.
   *
   * @param address Where they are.
   * @throws {ConnectError} `sign_in_refused`; `too_many_request`; `not_found` when nobody signs in by password
   */
  signInByPassword(password: string, address: string): Promise<SignedInPerson>;
}

/** What the console works with. */
interface ConsoleParts {
  readonly options: ConsoleOption;
  readonly store: ConsoleStore;
  readonly clock: Clock;
  readonly background: Background;
  readonly vault: Vault;
  readonly send: Send;
  /** Where browsers reach the router, without a slash at the end. */
  readonly publicUrl: string;
}

/** Creates it. */
export function createConsole({ options, store, clock, background, vault, send, publicUrl }: ConsoleParts): Console {
  const { passwordHash, oidc } = options;
  const throttle = createSignInThrottle(clock);
  const methods = {
    password: passwordHash && hashSecret(passwordHash),
    oidc: oidc && hashSecret(JSON.stringify([oidc.issuer, oidc.clientId, oidc.groupsClaim, oidc.adminGroup, oidc.viewerGroup])),
  };

  /** One is checked at a time: each takes 64 MB of memory. */
  let checking: Promise<unknown> = Promise.resolve();
  const check = (password: string, hash: string): Promise<boolean> => {
    const checked = checking.then(() => checkPassword(password, hash));
    checking = checked.catch(() => undefined);
    return checked;
  };

  return {
    sessions: createConsoleSessions({ store, clock, background, methods }),
    hasPassword: passwordHash !== undefined,
    oidc: oidc && createOidcSignIn({ options: oidc, redirectUri: `${publicUrl}/console/api/oidc/callback`, vault, send, clock }),
    async signInByPassword(password, address) {
      if (passwordHash === undefined) throw connectError('not_found');
      throttle.begin(address);
      if (!(await check(password, passwordHash))) throw connectError('sign_in_refused');
      throttle.succeed(address);
      return { subject: 'password', name: 'Administrator', role: 'admin', via: 'password' };
    },
  };
}
