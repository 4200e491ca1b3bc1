import type { CreateConnectionBody } from '@latchkey/protocol';
import type { RefObject } from 'react';
import type { Connection } from '../api/connection.ts';
import { readThrown, RequestFailed } from '../api/failure.ts';
import type { Host } from '../connect/use-host.ts';
import type { UsedFields } from '../credential-form/use-fields.ts';
import type { SignInWindow } from '../flow/flow.ts';
import { runAttempt } from '../flow/run-attempt.ts';
import type { ConnectFlow, Turn } from '../flow/use-connect-flow.ts';
import { createAttemptMemory } from './attempt-memory.ts';
import { beginAuthorization, getAuthorization, type Authorization } from './authorization-api.ts';
import { pageBrowser, type SignInBrowser, type SignInPopup } from './sign-in-browser.ts';
import { watchAuthorization } from './watch-authorization.ts';

/** What the form is at the moment. */
export interface SignInForm {
  readonly apiUrl: string;
  readonly flow: ConnectFlow;
  readonly fields: UsedFields;
  /** Stands in the window until the provider's page does. */
  readonly popupText: string;
}

/** Runs the sign-ins of one integration's form, one at a time. */
export interface Authorizer {
  readonly control: AuthorizerControl;
  /** Picks up the attempt that the tab remembers. @returns What lets go of it: the window stays open, and the tab remembers. */
  readonly start: () => () => void;
}

/** What a person may do about a sign-in. */
interface AuthorizerControl {
  /** Checks the values, opens the window and begins; an attempt that runs is given up for it. To be called in a click. */
  readonly authorize: () => void;
  /** Shows the window: the one that is open, or another one. To be called in a click. */
  readonly reopen: () => void;
  /** Begins anew in this tab, which comes back afterwards. */
  readonly continueInTab: () => void;
  /** Gives up the attempt that runs, and closes its window. */
  readonly cancel: () => void;
}

interface Attempt {
  readonly ending: AbortController;
  popup: SignInPopup | undefined;
  window: SignInWindow | undefined;
  redirectUri: string | undefined;
  /** Where a window that was blocked is to go. */
  startUrl: string | undefined;
  move: Turn;
}

/**
 * Makes what runs a form's sign-ins.
 *
 * @param form The form as it is when something is done with it.
 */
export function createAuthorizer(
  host: Host,
  integrationId: string,
  form: Readonly<RefObject<SignInForm>>,
  browser: SignInBrowser = pageBrowser,
): Authorizer {
  let running: Attempt | undefined;
  const memory = createAttemptMemory(browser.storage, form.current.apiUrl, integrationId);

  /** Nothing more is heard of the attempt that runs. */
  function drop(): void {
    running?.ending.abort();
    running = undefined;
  }

  function create(popup?: SignInPopup): Attempt {
    running?.popup?.close();
    drop();
    form.current.flow.restart();
    running = {
      ending: new AbortController(),
      popup,
      window: undefined,
      redirectUri: undefined,
      startUrl: undefined,
      move: () => undefined,
    };
    return running;
  }

  /** Runs an attempt to its end. Nothing is left of it then. */
  function run(attempt: Attempt, make: () => Promise<Connection>): void {
    void runAttempt(host, form.current.flow, async (move) => {
      attempt.move = move;
      try {
        return await make();
      } finally {
        attempt.popup?.close();
        memory.forget();
        if (attempt === running) drop();
      }
    });
  }

  function show(attempt: Attempt, window: SignInWindow): void {
    if (attempt.window !== window) host.emit({ type: 'window_changed', window });
    attempt.window = window;
    attempt.move({ type: 'authorizing', window, redirectUri: attempt.redirectUri });
  }

  async function begin(attempt: Attempt, body: CreateConnectionBody, page?: string): Promise<Connection> {
    // Security: pages keep in their fragment what no server is to know. It goes along in a fragment, and comes back with the person.
    const [returnUrl, fragment = ''] = page?.split(/#(.*)/s) ?? [];
    host.emit({ type: 'submitted', integrationId });
    show(attempt, 'checking');
    const { credentials, ...rest } = body;
    const request = {
      ...rest,
      ...(Object.keys(credentials).length > 0 && { credentials }),
      ...(returnUrl !== undefined && { return_url: returnUrl }),
    };
    const { signal } = attempt.ending;
    const begun = await settle(signal, async () => beginAuthorization(await host.api.load(), request, signal));
    memory.remember(begun.authorizationId);
    attempt.redirectUri = begun.redirectUri;
    if (returnUrl !== undefined) browser.goTo(`${begun.startUrl}&fragment=${encodeURIComponent(fragment)}`);
    else if (attempt.popup) {
      attempt.popup.goTo(begun.startUrl);
      show(attempt, 'open');
    } else {
      attempt.startUrl = begun.startUrl;
      show(attempt, 'blocked');
    }
    return watch(attempt, begun.authorizationId, returnUrl !== undefined);
  }

  async function watch(attempt: Attempt, authorizationId: string, away: boolean): Promise<Connection> {
    return watchAuthorization({
      api: await host.api.load(),
      browser,
      authorizationId,
      origin: attempt.redirectUri === undefined ? undefined : new URL(attempt.redirectUri).origin,
      signal: attempt.ending.signal,
      away,
      // A window whose line was cut says that it is closed. As long as the person looks at another window than this, they may be in that one.
      isClosed: () => attempt.startUrl === undefined && attempt.popup?.isClosed() !== false && browser.hasFocus(),
      closed: () => show(attempt, 'closed'),
    });
  }

  async function resume(authorizationId: string): Promise<void> {
    const attempt = create();
    const { signal } = attempt.ending;
    let found: Authorization;
    try {
      found = await settle(signal, async () => getAuthorization(await host.api.load(), authorizationId, signal));
    } catch (thrown) {
      // Another person's, or too old; what passes is asked again when the page is loaded again.
      if (!readThrown(thrown).retryable) memory.forget();
      return drop();
    }
    const { connection, failure } = found;
    form.current.fields.fill(found.values);
    attempt.redirectUri = found.redirectUri;
    run(attempt, async () => {
      if (failure) throw new RequestFailed(failure);
      if (connection) return connection;
      show(attempt, 'closed');
      return watch(attempt, authorizationId, false);
    });
  }

  /** Goes on with the request when every value is right. Else the form shows what is wrong, and an attempt that runs is given up. */
  function withRequest(go: (body: CreateConnectionBody) => void): void {
    const { fields } = form.current;
    const body = fields.read();
    if (body) return go(body);
    if (running) cancel();
    fields.check(go);
  }

  // The window is opened before anything is awaited: browsers allow it in a click alone.
  const authorize = (): void =>
    withRequest((body) => {
      const attempt = create(browser.openPopup(form.current.popupText));
      run(attempt, () => begin(attempt, body));
    });

  function reopen(): void {
    const { startUrl, popup } = running ?? {};
    if (popup?.isClosed() === false) return popup.focus();
    if (!running || startUrl === undefined) return authorize();
    running.popup = browser.openPopup(form.current.popupText);
    if (!running.popup) return;
    running.startUrl = undefined;
    running.popup.goTo(startUrl);
    show(running, 'open');
  }

  const continueInTab = (): void =>
    withRequest((body) => {
      const attempt = create();
      run(attempt, () => begin(attempt, body, browser.pageUrl()));
    });

  function cancel(): void {
    running?.popup?.close();
    memory.forget();
    drop();
    form.current.flow.restart();
    host.emit({ type: 'cancelled' });
  }

  function start(): () => void {
    form.current.fields.prepare();
    const remembered = memory.recall();
    if (remembered !== undefined) void resume(remembered);
    return () => {
      drop();
      form.current.flow.restart();
    };
  }

  return { control: { authorize, reopen, continueInTab, cancel }, start };
}

/** Settles as the work does, but never once the signal has come: what was given up is told to nobody. */
async function settle<Value>(signal: AbortSignal, work: () => Promise<Value>): Promise<Value> {
  try {
    const value = await work();
    if (!signal.aborted) return value;
  } catch (thrown) {
    if (!signal.aborted) throw thrown;
  }
  return new Promise(() => undefined);
}
