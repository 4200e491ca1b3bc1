import { explainFailure, findProvider } from '@latchkey/providers';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { connectError } from '../errors.ts';
import { openStore } from '../store/open-store.ts';
import type { Store, StoredConnection } from '../store/store.ts';
import { createOpenVault, insertOpenable, makeDeps } from '../testing/make-deps.ts';
import { createVirtualClock, type VirtualClock } from '../testing/virtual-clock.ts';
import type { Deps } from './deps.ts';
import { openConnection, type ConnectionRequest } from './open-connection.ts';
import type { TokenSetOutcome, TokenSetRequest } from './request-token-set.ts';
import { sealTokenSet } from './sealed-values.ts';

const provider = findProvider('pingone-cc')!;
const unavailable = explainFailure(provider, [{ step: 'token', status: 503 }]);
const HOUR_MS = 3_600_000;

let clock: VirtualClock;
let store: Store;
let vault: ReturnType<typeof createOpenVault>;
let stored: StoredConnection;
/** Requests that reached the provider; each waits for the test to answer. */
let requests: { readonly request: TokenSetRequest; readonly answer: (outcome: TokenSetOutcome) => void }[];
let one: Deps;
let other: Deps;

function startProcess(overrides: Partial<Deps> = {}): Deps {
  const requestTokenSet = async (request: TokenSetRequest): Promise<TokenSetOutcome> => {
    await request.beforeSending();
    return new Promise((answer) => requests.push({ request, answer }));
  };
  return makeDeps({ store, clock, vault, requestTokenSet, ...overrides });
}

beforeEach(async () => {
  clock = createVirtualClock();
  store = openStore({ database: ':memory:' });
  await store.migrate();
  vault = createOpenVault();
  requests = [];
  [one, other] = [startProcess(), startProcess()];
  stored = await insertOpenable(store, { vault, clock }, tokensOf('first'));
});
afterEach(() => store.close());

const tokensOf = (accessToken: string, refreshToken?: string) => ({
  accessToken,
  ...(refreshToken !== undefined && { refreshToken }),
  expiresAt: new Date(clock.now().getTime() + HOUR_MS),
  raw: {},
});
const granted = (accessToken: string, refreshToken?: string): TokenSetOutcome => ({
  tokens: tokensOf(accessToken, refreshToken),
  authMethod: 'CLIENT_SECRET_POST',
});
const read = async (deps: Deps, request: Partial<ConnectionRequest> = {}): Promise<string> => {
  const { integrationId, connectionId } = stored;
  return (await openConnection(deps, { integrationId, connectionId, ...request })).tokens.accessToken;
};
const find = async (): Promise<StoredConnection> => (await store.findConnection(stored.integrationId, stored.connectionId))!;
const rest = (): Promise<void> => clock.advance(0);
const hold = <Result>(promise: Promise<Result>): Promise<Result> => {
  promise.catch(() => undefined);
  return promise;
};

describe('A fresh token', () => {
  test('Is opened once, and served from memory after that.', async () => {
    expect(await read(one)).toBe('first');
    const opened = vault.opened();
    expect(await read(one)).toBe('first');
    expect([vault.opened(), requests]).toEqual([opened, []]);
  });

  test('Is the new one as soon as another process has stored it, and none once the connection is gone.', async () => {
    expect(await read(one)).toBe('first');
    const refreshed = hold(read(other, { forceRefresh: true }));
    await rest();
    requests[0]!.answer(granted('second'));
    expect([await refreshed, await read(one)]).toEqual(['second', 'second']);
    await store.deleteConnection(stored.integrationId, stored.connectionId);
    await expect(read(one)).rejects.toMatchObject({ code: 'unknown_connection' });
  });
});

describe('An ageing token', () => {
  test('Is given out at once while a new one is fetched, once for all processes.', async () => {
    await clock.advance(HOUR_MS - 290_000);
    expect(await Promise.all([one, other, one, other, one].map((deps) => read(deps)))).toEqual(Array(5).fill('first'));
    await rest();
    expect(requests).toHaveLength(1);
    expect(await read(other)).toBe('first');
    requests[0]!.answer(granted('second'));
    await rest();
    expect([await read(one), await read(other)]).toEqual(['second', 'second']);
    await clock.advance(1000);
    expect(requests).toHaveLength(1);
  });

  test('Is given out to its end while the provider fails, which is asked less and less often.', async () => {
    await clock.advance(HOUR_MS - 300_000);
    const asked: number[] = [];
    for (let second = 0; second < 300; second += 1) {
      expect(await read(second % 2 ? one : other)).toBe('first');
      await rest();
      for (const { answer } of requests.splice(0)) {
        asked.push(second);
        answer({ explanation: unavailable, mayBeSpent: false });
      }
      await clock.advance(1000);
    }
    expect(asked).toEqual([0, 1, 3, 7, 15, 31, 63, 123, 183, 243]);
    await expect(read(one)).rejects.toMatchObject({ code: 'provider_unavailable', details: { retryAfterSeconds: 3 } });
    await clock.advance(3000);
    const recovered = hold(read(one));
    await rest();
    requests[0]!.answer(granted('second'));
    expect(await recovered).toBe('second');
    expect(await find()).toMatchObject({ status: 'active', error: undefined });
  });

  test('Is not asked for again before the moment that the provider named.', async () => {
    await clock.advance(HOUR_MS - 300_000);
    await read(one);
    await rest();
    requests.pop()!.answer({ explanation: { ...unavailable, retryAfterSeconds: 120 }, mayBeSpent: false });
    await clock.advance(119_999);
    await read(one);
    await rest();
    expect(requests).toEqual([]);
    await clock.advance(1);
    await read(one);
    await rest();
    expect(requests).toHaveLength(1);
  });
});

describe('An expired token', () => {
  beforeEach(() => clock.advance(HOUR_MS));

  test('Makes everybody wait, and one request is made for them all.', async () => {
    const reads = Array.from({ length: 100 }, (_, index) => hold(read(index % 2 ? one : other)));
    await clock.advance(5000);
    expect(requests).toHaveLength(1);
    requests[0]!.answer(granted('second'));
    await clock.advance(1000);
    expect(new Set(await Promise.all(reads))).toEqual(new Set(['second']));
    expect(requests).toHaveLength(1);
  });

  test('Is refreshed by another process when the one that was at it has died.', async () => {
    void hold(read(one));
    await rest();
    const waiting = hold(read(other));
    await clock.advance(13_999);
    expect(requests).toHaveLength(1);
    await clock.advance(1000);
    expect(requests).toHaveLength(2);
    requests[1]!.answer(granted('second'));
    expect(await waiting).toBe('second');
  });

  test('Whoever waits shares the failure too.', async () => {
    const [first, second] = [hold(read(one)), hold(read(other))];
    await rest();
    requests[0]!.answer({ explanation: unavailable, mayBeSpent: false });
    await clock.advance(500);
    await expect(first).rejects.toMatchObject({ code: 'provider_unavailable', status: 502 });
    await expect(second).rejects.toMatchObject({ code: 'provider_unavailable', status: 502, retryable: true });
    expect(requests).toHaveLength(1);
  });

  test('Nobody waits for ever for a process that is alive and does not finish.', async () => {
    void hold(read(one));
    await rest();
    const waiting = hold(read(other));
    for (let second = 0; second < 40; second += 5) {
      await clock.advance(5000);
      await requests[0]!.request.beforeSending();
    }
    await expect(waiting).rejects.toMatchObject({ code: 'refresh_timeout', status: 503, retryable: true });
    expect(requests).toHaveLength(1);
  });

  test('A process that lost its lease sends nothing any more, and takes what the other one got.', async () => {
    const slow = hold(read(one));
    await rest();
    await clock.advance(14_000);
    const fast = hold(read(other));
    await rest();
    await expect(requests[0]!.request.beforeSending()).rejects.toMatchObject({ name: 'LeaseLostError' });
    requests[1]!.answer(granted('second'));
    expect(await fast).toBe('second');
    requests[0]!.answer(granted('late'));
    expect([await slow, await read(one)]).toEqual(['second', 'second']);
  });

  test('What a slow process got in the end is kept when nobody was faster.', async () => {
    const slow = hold(read(one));
    await rest();
    await clock.advance(60_000);
    const taken = await store.acquireLease(stored.rowId, 'somebody', new Date(clock.now().getTime() + 14_000), clock.now());
    expect(taken).toBeDefined();
    requests[0]!.answer(granted('late'));
    expect([await slow, await read(other)]).toEqual(['late', 'late']);
    expect(await store.releaseLease(stored.rowId, 'somebody', { sealedTokenSet: 'no' }, clock.now())).toBeUndefined();
  });

  test('A refresh does not undo a reconnection in the middle of it.', async () => {
    const refreshing = hold(read(one));
    await rest();
    const sealedTokenSet = await sealTokenSet(vault, stored.connectionId, tokensOf('of the reconnection'));
    const tokenExpiresAt = new Date(clock.now().getTime() + HOUR_MS);
    await store.updateConnection(stored.rowId, stored.version, { sealedTokenSet, tokenExpiresAt, lastFetchedAt: clock.now() }, clock.now());
    requests[0]!.answer(granted('of the old credential'));
    expect([await refreshing, await read(other)]).toEqual(['of the reconnection', 'of the reconnection']);
  });

  test('A refresh keeps what else was changed in the middle of it.', async () => {
    const refreshing = hold(read(one));
    await rest();
    await store.updateConnection(stored.rowId, stored.version, { tags: { plan: 'pro' } }, clock.now());
    requests[0]!.answer(granted('second'));
    expect(await refreshing).toBe('second');
    expect(await find()).toMatchObject({ tags: { plan: 'pro' }, lastFetchedAt: clock.now() });
  });
});

describe('A token that the provider refuses', () => {
  test('Is replaced once, however many report it, in whatever process, and how late.', async () => {
    const reads = Array.from({ length: 100 }, (_, index) => hold(read(index % 2 ? one : other, { refusedToken: 'first' })));
    await rest();
    requests[0]!.answer(granted('second'));
    await clock.advance(1000);
    expect(new Set(await Promise.all(reads))).toEqual(new Set(['second']));
    expect(await read(other, { refusedToken: 'first' })).toBe('second');
    expect(requests).toHaveLength(1);
  });

  test('Is not given out again when there is no other.', async () => {
    const reading = hold(read(one, { refusedToken: 'first' }));
    await rest();
    requests[0]!.answer({ explanation: unavailable, mayBeSpent: false });
    await expect(reading).rejects.toMatchObject({ code: 'provider_unavailable' });
    await expect(read(other, { refusedToken: 'first' })).rejects.toMatchObject({ code: 'provider_unavailable' });
    expect(await read(other)).toBe('first');
    expect(requests).toHaveLength(1);
  });

  test('Those who insist at once share one request; who insists later gets another.', async () => {
    const reads = Array.from({ length: 10 }, (_, index) => hold(read(index % 2 ? one : other, { forceRefresh: true })));
    await rest();
    requests[0]!.answer(granted('second'));
    await clock.advance(1000);
    expect(new Set(await Promise.all(reads))).toEqual(new Set(['second']));
    const later = hold(read(one, { forceRefresh: true }));
    await rest();
    requests[1]!.answer(granted('third'));
    expect(await later).toBe('third');
  });
});

describe('A refresh token', () => {
  beforeEach(async () => {
    stored = await insertOpenable(store, { vault, clock }, tokensOf('first', 'r1'));
    await clock.advance(HOUR_MS);
  });

  const interruption = { code: 'invalid_credentials', status: 424, details: { errors: [{ code: 'refresh_interrupted' }] } };

  test('Is in the store before anybody gets the access token that came with it.', async () => {
    let commit = (): void => undefined;
    const committed = new Promise<void>((resolve) => (commit = resolve));
    const releaseLease: Store['releaseLease'] = async (...given) => {
      await committed;
      return store.releaseLease(...given);
    };
    const reading = hold(read(startProcess({ store: { ...store, releaseLease } })));
    await rest();
    expect(requests[0]!.request.tokens.refreshToken).toBe('r1');
    requests[0]!.answer(granted('second', 'r2'));
    expect(await Promise.race([reading, rest().then(() => 'waiting')])).toBe('waiting');
    commit();
    expect(await reading).toBe('second');
    expect((await find()).sealedTokenSet).toContain('r2');
  });

  test('Is not lost to a store that fails for a moment.', async () => {
    let failures = 3;
    const releaseLease: Store['releaseLease'] = (...given) => {
      failures -= 1;
      return failures >= 0 ? Promise.reject(connectError('store_unavailable')) : store.releaseLease(...given);
    };
    const reading = hold(read(startProcess({ store: { ...store, releaseLease } })));
    await rest();
    requests[0]!.answer(granted('second', 'r2'));
    await clock.advance(5000);
    expect(await reading).toBe('second');
    expect((await find()).sealedTokenSet).toContain('r2');
  });

  test.each([
    ['whose process died', async () => clock.advance(14_000)],
    ['that got no answer', async () => requests[0]!.answer({ explanation: unavailable, mayBeSpent: true })],
  ])('Is not sent again after a use %s, not even to who insists; a reconnection helps.', async (_what, breakOff) => {
    void hold(read(one));
    await rest();
    await breakOff();
    await rest();
    const waiting = hold(read(other));
    await rest();
    await expect(waiting).rejects.toMatchObject(interruption);
    await expect(read(other, { forceRefresh: true })).rejects.toMatchObject(interruption);
    await expect(read(startProcess())).rejects.toMatchObject(interruption);
    expect(requests).toHaveLength(1);
    expect(await find()).toMatchObject({ status: 'needs_reconnect', error: { code: 'refresh_interrupted' } });
  });

  test('Is sent again after the provider has answered that it cannot just now.', async () => {
    const reading = hold(read(one));
    await rest();
    requests[0]!.answer({ explanation: unavailable, mayBeSpent: false });
    await expect(reading).rejects.toMatchObject({ code: 'provider_unavailable' });
    await clock.advance(1000);
    const again = hold(read(other));
    await rest();
    requests[1]!.answer(granted('second', 'r2'));
    expect(await again).toBe('second');
  });

  const failOnce = <Given extends unknown[], Result>(method: (...given: Given) => Promise<Result>, isDone: boolean) => {
    let fails = true;
    return async (...given: Given): Promise<Result> => {
      if (!fails) return method(...given);
      fails = false;
      if (isDone) await method(...given);
      throw connectError('store_unavailable');
    };
  };

  test.each([
    [
      'cannot give its lease back at once',
      () => ({ releaseLease: failOnce((...given: Parameters<Store['releaseLease']>) => store.releaseLease(...given), false) }),
    ],
    [
      'cannot make its lease last at once',
      () => ({ renewLease: failOnce((...given: Parameters<Store['renewLease']>) => store.renewLease(...given), false) }),
    ],
    [
      'has a lease, and does not learn of it',
      () => ({ acquireLease: failOnce((...given: Parameters<Store['acquireLease']>) => store.acquireLease(...given), true) }),
    ],
  ])('Is good for another try after a process that %s.', async (_what, makeMethods) => {
    const requestTokenSet = async ({ beforeSending }: TokenSetRequest): Promise<TokenSetOutcome> => {
      // So long that the lease has to be made to last.
      await clock.sleep(9000);
      await beforeSending();
      return { explanation: unavailable, mayBeSpent: false };
    };
    void hold(read(startProcess({ store: { ...store, ...makeMethods() }, requestTokenSet })));
    await clock.advance(60_000);
    const again = hold(read(other));
    await rest();
    requests[0]!.answer(granted('second', 'r2'));
    expect(await again).toBe('second');
    expect(await find()).toMatchObject({ status: 'active' });
  });

  test('A process that was thought dead and comes back with a new one brings the connection back.', async () => {
    const slow = hold(read(one));
    await rest();
    await clock.advance(14_000);
    await expect(read(other)).rejects.toMatchObject(interruption);
    requests[0]!.answer(granted('second', 'r2'));
    expect([await slow, await read(other)]).toEqual(['second', 'second']);
    expect(await find()).toMatchObject({ status: 'active', error: undefined });
  });
});
