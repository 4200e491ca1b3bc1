import type { ConnectApi } from '../api/connect-api.ts';
import type { Connection } from '../api/connection.ts';
import { readThrown, RequestFailed, type Failure } from '../api/failure.ts';
import { getAuthorization, type Authorization } from './authorization-api.ts';
import { pollDelay } from './poll-schedule.ts';
import { isAuthorizationMessage } from './read-message.ts';
import type { SignInBrowser } from './sign-in-browser.ts';

/** What is watched, and who hears of it. */
export interface Watch {
  readonly api: ConnectApi;
  readonly browser: SignInBrowser;
  readonly authorizationId: string;
  /** Where messages must come from. */
  readonly origin: string | undefined;
  /** Ends the watch; what is watched then never settles. */
  readonly signal: AbortSignal;
  /** Whether the person has left this page, so that the server need not be asked before they are back. */
  readonly away: boolean;
  /** Whether there is no window that could bring a result. */
  readonly isClosed: () => boolean;
  /** There is no window, and no result yet. */
  readonly closed: () => void;
}

/** How many questions in a row may go unanswered before that is what went wrong: a line may be down for a minute. */
const MAX_UNANSWERED = 60;

/**
 * Asks the server until it knows how the attempt ended. A message, and the person's return to the page, only make the question come sooner.
 *
 * @throws {RequestFailed} With what the attempt failed for.
 */
export async function watchAuthorization(watch: Watch): Promise<Connection> {
  const { browser, signal } = watch;
  const startedAt = browser.now();
  const nudges = listenForNudges(watch);
  let delay = watch.away ? undefined : pollDelay(0);
  let unanswered = 0;
  try {
    for (;;) {
      await nudges.wait(delay);
      delay = pollDelay(browser.now() - startedAt);
      // Asked before the server is: the window closes itself when the result is there.
      const isClosed = watch.isClosed();
      const answer = await ask(watch);
      if (signal.aborted) return await new Promise(() => undefined);
      if (answer.connection) return answer.connection;
      if (answer.failure) throw new RequestFailed(answer.failure);
      unanswered = answer.trouble ? unanswered + 1 : 0;
      if (answer.trouble && (!answer.trouble.retryable || unanswered > MAX_UNANSWERED)) throw new RequestFailed(answer.trouble);
      delay = Math.max(delay, (answer.trouble?.retryAfterSeconds ?? 0) * 1000);
      if (isClosed) watch.closed();
    }
  } finally {
    nudges.end();
  }
}

/** How the attempt stands, or why the server did not say. */
async function ask({ api, authorizationId, signal }: Watch): Promise<Partial<Authorization> & { readonly trouble?: Failure }> {
  try {
    return await getAuthorization(api, authorizationId, signal);
  } catch (thrown) {
    return { trouble: readThrown(thrown) };
  }
}

interface Nudges {
  /** Waits until somebody nudges, or for so many milliseconds. Never ends once {@link Nudges.end} was called. */
  readonly wait: (delayMs: number | undefined) => Promise<void>;
  readonly end: () => void;
}

function listenForNudges({ browser, authorizationId, origin, signal }: Watch): Nudges {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wake: (() => void) | undefined;
  let isDue = false;
  const nudge = (): void => {
    clearTimeout(timer);
    if (wake) wake();
    else isDue = true;
    wake = undefined;
  };
  const ends = [
    browser.onReturn(nudge),
    browser.onMessage((from, data) => {
      if (isAuthorizationMessage(authorizationId, origin, from, data)) nudge();
    }),
  ];
  const end = (): void => {
    clearTimeout(timer);
    for (const stop of ends) stop();
  };
  signal.addEventListener('abort', end, { once: true });
  return {
    wait: (delayMs) =>
      new Promise((resolve) => {
        wake = resolve;
        if (isDue) nudge();
        else if (delayMs !== undefined) timer = setTimeout(nudge, delayMs);
        isDue = false;
      }),
    end,
  };
}
