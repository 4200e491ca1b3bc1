import type { Clock } from '../clock.ts';
import { connectError } from '../errors.ts';
import type { ConsoleOption } from '../options.ts';
import type { ConsoleStore } from '../store/console-store.ts';
import type { Background } from '../use-cases/background.ts';
import { hashSecret } from '../use-cases/hash-secret.ts';
import { createConsoleSessions, type ConsoleSessions, type SignedInPerson } from './console-sessions.ts';
import { checkPassword } from './password.ts';
import { createSignInThrottle } from './sign-in-throttle.ts';

/** Signing in to the console. */
export interface Console {
  readonly sessions: ConsoleSessions;
  readonly hasPassword: boolean;
  /** What the button of single sign-on says; `undefined` when there is none. */
  readonly oidcLabel: string | undefined;
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
}

/** Creates it. */
export function createConsole({ options, store, clock, background }: ConsoleParts): Console {
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
    oidcLabel: oidc && (oidc.label ?? 'single sign-on'),
    async signInByPassword(password, address) {
      if (passwordHash === undefined) throw connectError('not_found');
      throttle.begin(address);
      if (!(await check(password, passwordHash))) throw connectError('sign_in_refused');
      throttle.succeed(address);
      return { subject: 'password', name: 'Administrator', role: 'admin', via: 'password' };
    },
  };
}
