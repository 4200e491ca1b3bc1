import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ConnectApi } from '../api/connect-api.ts';
import { ownFailure, RequestFailed } from '../api/failure.ts';
import { createFakeBrowser } from '../testing/fake-browser.ts';
import { doneMessage, signIn } from '../testing/sign-in-examples.ts';
import { watchAuthorization, type Watch } from './watch-authorization.ts';

const view = {
  authorization_id: signIn.authorizationId,
  integration_id: 'pingone',
  redirect_uri: signIn.redirectUri,
  connection_config: {},
};
const pending = { data: { ...view, status: 'pending' } };
const connected = { data: { ...view, status: 'connected', connection: { connection_id: 'cnn_1', integration_id: 'pingone' } } };

const neverAsked = (): Promise<never> => Promise.reject(new TypeError('Nobody asks for this here.'));

/** A watch on a server that gives these answers in order, the last one again and again. */
function watch(answers: readonly (object | RequestFailed)[], given: Partial<Watch> = {}) {
  const browser = createFakeBrowser();
  const ending = new AbortController();
  let asked = 0;
  const api: ConnectApi = {
    ask: () => {
      asked += 1;
      const answer = answers[Math.min(asked, answers.length) - 1];
      return answer instanceof RequestFailed ? Promise.reject(answer) : Promise.resolve(answer);
    },
    getSession: neverAsked,
    findRegion: neverAsked,
    connect: neverAsked,
  };
  const closed = vi.fn<() => void>();
  const outcome = watchAuthorization({
    api,
    browser: { ...browser, now: () => Date.now() },
    authorizationId: signIn.authorizationId,
    origin: signIn.origin,
    signal: ending.signal,
    away: false,
    isClosed: () => false,
    closed,
    ...given,
  });
  return { browser, closed, end: () => ending.abort(), outcome, asked: () => asked };
}

describe('watching a sign-in', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('ends with the connection, and listens no longer', async () => {
    const { outcome, browser, asked } = watch([pending, connected]);
    await vi.advanceTimersByTimeAsync(2_000);
    expect((await outcome).connectionId).toBe('cnn_1');
    expect([asked(), browser.listening(), vi.getTimerCount()]).toEqual([2, 0, 0]);
  });

  it('asks at once when the callback page says so, or the person comes back', async () => {
    const { browser, asked } = watch([pending]);
    browser.post(signIn.origin, doneMessage);
    await vi.advanceTimersByTimeAsync(0);
    expect(asked()).toBe(1);
    browser.look(true);
    await vi.advanceTimersByTimeAsync(0);
    expect(asked()).toBe(2);
  });

  it('goes on over a line that is down', async () => {
    const { outcome } = watch([
      new RequestFailed(ownFailure('offline')),
      new RequestFailed(ownFailure('server_answer_invalid')),
      connected,
    ]);
    await vi.advanceTimersByTimeAsync(3_000);
    expect((await outcome).connectionId).toBe('cnn_1');
  });

  it('waits for as long as the server says', async () => {
    const busy = new RequestFailed({ code: 'too_many_request', retryable: true, retryAfterSeconds: 30 });
    const { asked } = watch([busy, pending]);
    await vi.advanceTimersByTimeAsync(30_000);
    expect(asked()).toBe(1);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(asked()).toBe(2);
  });

  it.each([
    ['what the server will not answer', [new RequestFailed({ code: 'unknown_authorization', retryable: false })], 'unknown_authorization'],
    ['a server that is gone for good', [new RequestFailed(ownFailure('server_unreachable'))], 'server_unreachable'],
    ['what the attempt failed for', [{ data: { ...view, status: 'failed', error: { code: 'consent_refused' } } }], 'consent_refused'],
  ])('ends with %s', async (_case, answers, code) => {
    const { outcome } = watch(answers);
    await Promise.all([expect(outcome).rejects.toThrow(code), vi.advanceTimersByTimeAsync(180_000)]);
  });

  it('says that there is no window only when there is no result either', async () => {
    const { closed, outcome } = watch([pending, connected], { isClosed: () => true });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(closed).toHaveBeenCalledOnce();
    await vi.advanceTimersByTimeAsync(1_000);
    await outcome;
    expect(closed).toHaveBeenCalledOnce();
  });

  it('asks nothing while the person is away in the same tab', async () => {
    const { browser, asked } = watch([pending], { away: true });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(asked()).toBe(0);
    browser.look(true);
    await vi.advanceTimersByTimeAsync(0);
    expect(asked()).toBe(1);
  });

  it('leaves nothing behind when it is ended', async () => {
    const { browser, end, asked } = watch([pending]);
    await vi.advanceTimersByTimeAsync(1_500);
    end();
    await vi.advanceTimersByTimeAsync(10_000);
    expect([asked(), browser.listening(), vi.getTimerCount()]).toEqual([1, 0, 0]);
  });
});
