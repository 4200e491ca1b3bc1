import { findProvider } from '@latchkey/providers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ConnectError } from '../errors.ts';
import type { Received, Send } from '../oauth/send.ts';
import { openStore } from '../store/open-store.ts';
import type { Store, StoredConnection } from '../store/store.ts';
import { createOpenVault, insertOpenable, makeDeps } from '../testing/make-deps.ts';
import { createSeededRandom } from '../testing/seeded-random.ts';
import { createVirtualClock } from '../testing/virtual-clock.ts';
import type { Deps, KnownIntegration } from './deps.ts';
import { openConnection } from './open-connection.ts';
import { createRequestTokenSet } from './request-token-set.ts';
import { openTokenSet, sealTokenSet } from './sealed-values.ts';

const LIFETIME_MS = 3_600_000;
const REQUEST_TIMEOUT_MS = 10_000;

const definition = findProvider('pingone')!;
const integration: KnownIntegration = {
  integrationId: 'pingone',
  provider: 'pingone',
  displayName: 'PingOne',
  definition,
  hosts: definition.hosts,
  client: { clientId: 'client', clientSecret: 'secret' },
  scopes: [],
};
const reply = (status: number, body: object): Received => ({ status, headers: new Headers(), body: JSON.stringify(body) });

/** How likely things go wrong, from 0 to 1: each time a process does something that the world outside can see. */
interface Weather {
  readonly kill: number;
  readonly delay: number;
  /** Of a request: it reaches the provider, and the answer does not come back. */
  readonly lose: number;
  /** Of a request: no connection comes about. */
  readonly unreached: number;
  /** Of a request: the provider answers that it cannot just now. */
  readonly trouble: number;
}

let base: Store;
beforeAll(async () => {
  base = openStore({ database: ':memory:' });
  await base.migrate();
});
afterAll(() => base.close());

/** A provider that rotates refresh tokens, with processes that share a connection to it through one store. */
async function createWorld(seed: number, weather: Weather) {
  const random = createSeededRandom(seed);
  const clock = createVirtualClock();
  const vault = createOpenVault();
  const counts = {
    taken: 0,
    reused: 0,
    kills: 0,
    delays: 0,
    lost: 0,
    unreached: 0,
    troubles: 0,
    reconnects: 0,
    interruptions: 0,
    refusals: 0,
  };
  const committed = new Set<string>();
  const takenTokens = new Set<string>();
  let current = '';

  const issue = () => {
    const accessToken = `access-${counts.taken}-${counts.reconnects}`;
    current = `refresh-${counts.taken}-${counts.reconnects}`;
    return { accessToken, refreshToken: current, expiresAt: new Date(clock.now().getTime() + LIFETIME_MS), raw: {} };
  };

  /** Takes a refresh token once; a second use takes the whole family down. */
  const redeem = (refreshToken: string) => {
    if (takenTokens.has(refreshToken)) {
      counts.reused += 1;
      current = '';
    }
    takenTokens.add(refreshToken);
    if (refreshToken !== current) return undefined;
    counts.taken += 1;
    return issue();
  };

  const chance = (probability: number): boolean => random() < probability;

  function startProcess(): { readonly deps: Deps; readonly died: Promise<'died'>; isDead: () => boolean } {
    let dead = false;
    const { promise: died, resolve: die } = Promise.withResolvers<'died'>();
    const never = (): Promise<never> => new Promise(() => undefined);

    /** A moment at which the process may be killed, or stopped for a while. */
    const risk = async (): Promise<void> => {
      if (!dead && chance(weather.kill)) {
        dead = true;
        counts.kills += 1;
        die('died');
      }
      if (dead) return never();
      if (chance(weather.delay)) {
        counts.delays += 1;
        await clock.sleep(random() * 3 * REQUEST_TIMEOUT_MS);
        if (dead) return never();
      }
    };
    const risky =
      <Arguments extends readonly unknown[], Result>(work: (...given: Arguments) => Promise<Result>) =>
      async (...given: Arguments): Promise<Result> => {
        await risk();
        const result = await work(...given);
        await risk();
        return result;
      };
    const store: Store = {
      ...base,
      findConnection: risky((...given) => base.findConnection(...given)),
      acquireLease: risky((...given) => base.acquireLease(...given)),
      renewLease: risky((...given) => base.renewLease(...given)),
      releaseLease: risky(noteCommits((...given) => base.releaseLease(...given))),
      updateConnection: risky(noteCommits((...given) => base.updateConnection(...given))),
    };

    /** What the process sends: on the way there, at the provider, and on the way back, it may be killed or delayed, or what it sent get lost. */
    const send: Send = async ({ body }) => {
      await risk();
      if (chance(weather.unreached)) {
        counts.unreached += 1;
        return { transport: 'unreachable', neverSent: true };
      }
      if (chance(weather.trouble)) {
        counts.troubles += 1;
        return reply(503, {});
      }
      const next = redeem(new URLSearchParams(body).get('refresh_token') ?? '');
      await risk();
      if (chance(weather.lose)) {
        counts.lost += 1;
        if (chance(0.5)) return { transport: 'unreachable' };
        await clock.sleep(REQUEST_TIMEOUT_MS);
        return { transport: 'timeout' };
      }
      if (next !== undefined) {
        const { accessToken: access_token, refreshToken: refresh_token } = next;
        return reply(200, { access_token, refresh_token, token_type: 'Bearer', expires_in: LIFETIME_MS / 1000 });
      }
      counts.refusals += 1;
      return reply(400, { error: 'invalid_grant' });
    };
    const requestTokenSet = createRequestTokenSet({ send, clock });
    const integrations: Deps['integrations'] = {
      fixed: [integration],
      find: () => Promise.resolve(integration),
      list: () => Promise.resolve([integration]),
      forget: () => undefined,
    };
    const deps = makeDeps({ store, clock, vault, random, requestTokenSet, integrations, requestTimeoutMs: REQUEST_TIMEOUT_MS });
    return { deps, died, isDead: () => dead };
  }

  function noteCommits<Arguments extends readonly unknown[]>(write: (...given: Arguments) => Promise<StoredConnection | undefined>) {
    return async (...given: Arguments) => {
      const stored = await write(...given);
      if (stored !== undefined) committed.add((await openTokenSet(vault, stored.connectionId, stored.sealedTokenSet)).accessToken);
      return stored;
    };
  }

  const first = issue();
  const { integrationId, connectionId, rowId } = await insertOpenable(base, { vault, clock }, first, {
    integrationId: 'pingone',
    provider: 'pingone',
  });
  committed.add(first.accessToken);
  const processes = [startProcess(), startProcess(), startProcess()];

  const find = async (): Promise<StoredConnection> => (await base.findConnection(integrationId, connectionId))!;

  /** Reads the connection once, in one of the ways in which that may be asked for. */
  async function read({ deps, died }: (typeof processes)[number]): Promise<void> {
    const style = random();
    const stored = await find();
    const { accessToken } = await openTokenSet(vault, connectionId, stored.sealedTokenSet);
    const how = style < 0.1 ? { forceRefresh: true } : style < 0.3 ? { refusedToken: accessToken } : {};
    const opened = openConnection(deps, { integrationId, connectionId, ...how }).catch((error: unknown) => {
      if (!(error instanceof ConnectError)) throw error;
      return undefined;
    });
    const result = await Promise.race([opened, died]);
    if (result !== undefined && result !== 'died') expect(committed).toContain(result.tokens.accessToken);
  }

  /** One round: the token ages or has expired, everybody reads at once, and whoever was killed is started anew. */
  async function playRound(): Promise<void> {
    const { status, error, tokenExpiresAt } = await find();
    if (status === 'needs_reconnect') {
      if (error?.code === 'refresh_interrupted') counts.interruptions += 1;
      // A process that is still at it may yet bring the connection back; mostly the person is faster.
      if (chance(0.8)) await reconnect();
    }
    const early = random() < 0.5 ? 200_000 * random() : 0;
    await clock.advance(Math.max(tokenExpiresAt.getTime() - early - clock.now().getTime(), 0));
    const reading = new Set(processes);
    const reads = processes.map((process) => read(process).finally(() => reading.delete(process)));
    while (reading.size > 0) await clock.step();
    await Promise.all(reads);
    for (const [index, process] of processes.entries()) if (process.isDead()) processes[index] = startProcess();
  }

  async function reconnect(): Promise<void> {
    counts.reconnects += 1;
    const tokens = issue();
    committed.add(tokens.accessToken);
    const { version } = await find();
    const sealedTokenSet = await sealTokenSet(vault, connectionId, tokens);
    const change = {
      status: 'active',
      error: undefined,
      sealedTokenSet,
      tokenExpiresAt: tokens.expiresAt,
      lastFetchedAt: clock.now(),
    } as const;
    await base.updateConnection(rowId, version, change, clock.now());
  }

  return { counts, playRound };
}

test('A rotating refresh token is never used twice in 10,000 rounds of kills and delays.', { timeout: 240_000 }, async () => {
  const { counts, playRound } = await createWorld(20_261_120, { kill: 0.02, delay: 0.03, lose: 0.03, unreached: 0.03, trouble: 0.05 });
  for (let round = 0; round < 10_000; round += 1) await playRound();
  expect(counts.reused).toBe(0);
  expect(counts.taken).toBeGreaterThan(5000);
  expect(Math.min(counts.kills, counts.delays, counts.lost, counts.unreached, counts.troubles, counts.interruptions)).toBeGreaterThan(200);
});

test('Without kills, delays and lost answers nobody ever has to reconnect, and each round takes one refresh token.', async () => {
  const { counts, playRound } = await createWorld(7, { kill: 0, delay: 0, lose: 0, unreached: 0, trouble: 0 });
  for (let round = 0; round < 300; round += 1) await playRound();
  expect(counts).toMatchObject({ reused: 0, reconnects: 0, refusals: 0, interruptions: 0 });
  expect(counts.taken).toBe(300);
});
