import { explainFailure, findProvider } from '@latchkey/providers';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openStore } from '../store/open-store.ts';
import type { Store } from '../store/store.ts';
import { createOpenVault, insertOpenable, makeDeps } from '../testing/make-deps.ts';
import { createVirtualClock, type VirtualClock } from '../testing/virtual-clock.ts';
import type { Deps } from './deps.ts';
import { refreshIdleConnections } from './refresh-idle-connections.ts';
import type { TokenSetOutcome } from './request-token-set.ts';

const HOUR_MS = 3_600_000;
const refused = explainFailure(findProvider('pingone-cc')!, [{ step: 'token', status: 401, error: 'invalid_client' }]);
const unavailable = explainFailure(findProvider('pingone-cc')!, [{ step: 'token', status: 503 }]);

let clock: VirtualClock;
let store: Store;
let vault: ReturnType<typeof createOpenVault>;
/** Connections for which a token was requested, in order. */
let asked: string[];
let answerTo: (connectionId: string) => TokenSetOutcome;

const tokens = () => ({ accessToken: 'token', expiresAt: new Date(clock.now().getTime() + HOUR_MS), raw: {} });
const insert = async (): Promise<string> => (await insertOpenable(store, { vault, clock }, tokens())).connectionId;
const never = new AbortController().signal;

function startProcess(): Deps {
  return makeDeps({
    store,
    clock,
    vault,
    requestTokenSet: async ({ connection }) => {
      asked.push(connection.connectionId);
      return answerTo(connection.connectionId);
    },
  });
}

beforeEach(async () => {
  clock = createVirtualClock();
  store = openStore({ database: ':memory:' });
  await store.migrate();
  vault = createOpenVault();
  asked = [];
  answerTo = () => ({ tokens: tokens(), authMethod: 'CLIENT_SECRET_POST' });
});
afterEach(() => store.close());

test('A connection is refreshed a day after its token expired, and then again only a day later.', async () => {
  const id = await insert();
  await clock.advance(25 * HOUR_MS - 1);
  await refreshIdleConnections(startProcess(), undefined, never);
  expect(asked).toEqual([]);
  await clock.advance(1);
  await refreshIdleConnections(startProcess(), undefined, never);
  await refreshIdleConnections(startProcess(), undefined, never);
  expect(asked).toEqual([id]);
});

test('Each is refreshed by one process, when several are at it at once.', async () => {
  const ids = [];
  for (let index = 0; index < 15; index += 1) ids.push(await insert());
  await clock.advance(26 * HOUR_MS);
  const rounds = [startProcess(), startProcess(), startProcess()].map((deps) => refreshIdleConnections(deps, undefined, never));
  await clock.advance(60_000);
  await Promise.all(rounds);
  expect(asked.toSorted()).toEqual(ids.toSorted());
});

test('One that the provider refuses needs a reconnect from then on; it keeps no other from being refreshed, and is left alone.', async () => {
  const [broken, troubled, fine] = [await insert(), await insert(), await insert()];
  await clock.advance(26 * HOUR_MS);
  const well = answerTo;
  answerTo = (id) => (id === fine ? well(id) : { explanation: id === broken ? refused : unavailable, mayBeSpent: false });
  await refreshIdleConnections(startProcess(), undefined, never);
  expect(asked).toEqual([broken, troubled, fine]);
  expect(await store.findConnection('pingone-cc', broken)).toMatchObject({ status: 'needs_reconnect', error: { code: 'unknown_client' } });
  expect(await store.findConnection('pingone-cc', troubled)).toMatchObject({ status: 'active', error: { code: 'provider_unavailable' } });
  await refreshIdleConnections(startProcess(), undefined, never);
  expect(asked).toHaveLength(3);
  await clock.advance(60_000);
  await refreshIdleConnections(startProcess(), undefined, never);
  expect(asked.slice(3)).toEqual([troubled]);
});

test('A round is bounded, and the next one goes on where it ended, also past those that cannot be opened.', async () => {
  for (let index = 0; index < 45; index += 1) await insert();
  await clock.advance(26 * HOUR_MS);
  const deps = startProcess();
  deps.vault.open = () => Promise.reject(new Error('The key is gone.'));
  let after = await refreshIdleConnections(deps, undefined, never);
  const ends = [after];
  while (after !== undefined) {
    after = await refreshIdleConnections(deps, after, never);
    ends.push(after);
  }
  expect(ends.map((end) => end?.rowId)).toEqual([20, 40, undefined]);
});

test('A round ends early when it is told to.', async () => {
  for (let index = 0; index < 3; index += 1) await insert();
  await clock.advance(26 * HOUR_MS);
  const stopping = new AbortController();
  const well = answerTo;
  answerTo = (id) => {
    stopping.abort();
    return well(id);
  };
  await refreshIdleConnections(startProcess(), undefined, stopping.signal);
  expect(asked).toHaveLength(1);
});
