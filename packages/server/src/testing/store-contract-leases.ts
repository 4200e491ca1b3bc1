import { describe, expect, test } from 'vitest';
import type { Connection } from '../core/connection.ts';
import type { GrantedLease, StoredConnection } from '../store/store.ts';
import { makeConnection } from './make-connection.ts';
import type { CurrentStores } from './store-contract.ts';

const start = new Date('2026-11-20T08:00:00.000Z').getTime();
const at = (seconds: number): Date => new Date(start + seconds * 1000);

/** Describes what every store promises of leases, and of connections that lie idle. */
export function describeLeaseContract(stores: CurrentStores): void {
  const insert = async (overrides: Partial<Connection> = {}): Promise<StoredConnection> =>
    (await stores()[0].insertConnection(makeConnection(overrides)))!;

  describe('A lease on a connection', () => {
    test('Is granted once, with the connection as it is, and keeps the next one out until it expires.', async () => {
      const [one, other] = stores();
      const stored = await insert();
      expect(await one.acquireLease(stored.rowId, 'a', at(15), at(0))).toStrictEqual({ connection: stored, abandoned: false });
      expect(await other.acquireLease(stored.rowId, 'b', at(20), at(5))).toBeUndefined();
      expect(await other.acquireLease(stored.rowId, 'b', at(29), at(14.999))).toBeUndefined();
      expect(await other.acquireLease(stored.rowId, 'b', at(30), at(15))).toMatchObject({ abandoned: true });
      expect(await one.acquireLease(stored.rowId, 'c', at(35), at(20))).toBeUndefined();
    });

    test('Is granted to one of many who ask at once, over two processes, and again when it has expired.', async () => {
      const [one, other] = stores();
      const { rowId } = await insert();
      for (const now of [at(0), at(60), at(120)]) {
        const grants = await Promise.all(
          Array.from({ length: 20 }, (_, index) =>
            (index % 2 ? one : other).acquireLease(rowId, `${now.getTime()}-${index}`, new Date(now.getTime() + 15_000), now),
          ),
        );
        expect(grants.filter((grant) => grant !== undefined)).toHaveLength(1);
      }
    });

    test('Is a lease on one connection only, and there is none on a connection that is gone.', async () => {
      const [store] = stores();
      const [first, second] = [await insert(), await insert()];
      expect(await store.acquireLease(first.rowId, 'a', at(15), at(0))).toBeDefined();
      expect(await store.acquireLease(second.rowId, 'b', at(15), at(0))).toBeDefined();
      await store.deleteConnection('pingone-cc', first.connectionId);
      expect(await store.acquireLease(first.rowId, 'c', at(75), at(60))).toBeUndefined();
      expect(await store.renewLease(first.rowId, 'a', at(30))).toBe(false);
      expect(await store.releaseLease(first.rowId, 'a', { status: 'disabled' }, at(1))).toBeUndefined();
    });

    test('Changes neither version nor updatedAt, and keeps nobody from changing the connection.', async () => {
      const [one, other] = stores();
      const stored = await insert();
      await one.acquireLease(stored.rowId, 'a', at(15), at(0));
      await one.renewLease(stored.rowId, 'a', at(20));
      expect(await other.findConnection('pingone-cc', stored.connectionId)).toStrictEqual(stored);
      expect(await other.updateConnection(stored.rowId, stored.version, { tags: { a: 'b' } }, at(1))).toMatchObject({ tags: { a: 'b' } });
      expect(await other.acquireLease(stored.rowId, 'b', at(20), at(5))).toBeUndefined();
    });

    test('Is renewed by its owner, even late, and by nobody else; and not once somebody took it over.', async () => {
      const [one, other] = stores();
      const { rowId } = await insert();
      await one.acquireLease(rowId, 'a', at(15), at(0));
      expect(await other.renewLease(rowId, 'b', at(100))).toBe(false);
      expect(await one.renewLease(rowId, 'a', at(30))).toBe(true);
      expect(await other.acquireLease(rowId, 'b', at(44), at(29))).toBeUndefined();
      // Nobody was there in the meantime.
      expect(await one.renewLease(rowId, 'a', at(60))).toBe(true);
      expect(await other.acquireLease(rowId, 'b', at(75), at(60))).toBeDefined();
      expect(await one.renewLease(rowId, 'a', at(90))).toBe(false);
    });

    test('Is released by its owner alone, and is free from then on.', async () => {
      const [one, other] = stores();
      const stored = await insert();
      await one.acquireLease(stored.rowId, 'a', at(15), at(0));
      expect(await other.releaseLease(stored.rowId, 'b', { status: 'disabled' }, at(1))).toBeUndefined();
      expect(await one.releaseLease(stored.rowId, 'a', {}, at(1))).toStrictEqual(stored);
      expect(await one.releaseLease(stored.rowId, 'a', {}, at(1))).toBeUndefined();
      expect(await other.acquireLease(stored.rowId, 'b', at(17), at(2))).toStrictEqual({ connection: stored, abandoned: false });
    });

    test('Ends together with the change that it was for, whatever was changed besides.', async () => {
      const [one, other] = stores();
      const stored = await insert();
      await one.acquireLease(stored.rowId, 'a', at(15), at(0));
      const tagged = (await other.updateConnection(stored.rowId, stored.version, { tags: { a: 'b' } }, at(1)))!;
      const error = { code: 'c', message: 'm', remedy: 'r', at: at(2), failures: 2, retryAt: at(9.001) };
      const released = (await one.releaseLease(stored.rowId, 'a', { status: 'needs_reconnect', error }, at(2)))!;
      expect(released).toStrictEqual({ ...tagged, status: 'needs_reconnect', error, updatedAt: at(2), version: released.version });
      expect(released.version).not.toBe(tagged.version);
      expect(await other.findConnection('pingone-cc', stored.connectionId)).toStrictEqual(released);
      expect(await other.updateConnection(stored.rowId, tagged.version, {}, at(3))).toBeUndefined();
      expect(await other.acquireLease(stored.rowId, 'b', at(17), at(2))).toMatchObject({ abandoned: false });
    });

    test('Taken over, it leaves its first owner nothing to release.', async () => {
      const [one, other] = stores();
      const { rowId, connectionId } = await insert();
      await one.acquireLease(rowId, 'a', at(15), at(0));
      await other.acquireLease(rowId, 'b', at(35), at(20));
      expect(await one.releaseLease(rowId, 'a', { sealedTokenSet: 'late' }, at(21))).toBeUndefined();
      expect(await other.releaseLease(rowId, 'b', { sealedTokenSet: 'right' }, at(22))).toMatchObject({ sealedTokenSet: 'right' });
      expect(await one.findConnection('pingone-cc', connectionId)).toMatchObject({ sealedTokenSet: 'right' });
    });

    test('Ends when somebody else stores a new token set.', async () => {
      const [one, other] = stores();
      const { rowId, version } = await insert();
      await one.acquireLease(rowId, 'a', at(15), at(0));
      await other.updateConnection(rowId, version, { sealedTokenSet: 'of a reconnection' }, at(1));
      expect(await one.renewLease(rowId, 'a', at(30))).toBe(false);
      expect(await one.releaseLease(rowId, 'a', { sealedTokenSet: 'late' }, at(2))).toBeUndefined();
      expect(await other.acquireLease(rowId, 'b', at(17), at(2))).toMatchObject({
        abandoned: false,
        connection: { sealedTokenSet: 'of a reconnection' },
      });
    });

    test('Released, it leaves a connection disabled that was disabled meanwhile, and changes the rest.', async () => {
      const [one, other] = stores();
      const { rowId, version } = await insert();
      await one.acquireLease(rowId, 'a', at(15), at(0));
      await other.updateConnection(rowId, version, { status: 'disabled' }, at(1));
      const released = await one.releaseLease(rowId, 'a', { status: 'active', sealedTokenSet: 'new' }, at(2));
      expect(released).toMatchObject({ status: 'disabled', sealedTokenSet: 'new', version: version + 2 });
      expect(await other.acquireLease(rowId, 'b', at(17), at(2))).toMatchObject({ abandoned: false });
    });

    test('Is known as abandoned for as long as it is only taken over.', async () => {
      const [store] = stores();
      const { rowId } = await insert();
      const take = (owner: string, seconds: number): Promise<GrantedLease | undefined> =>
        store.acquireLease(rowId, owner, at(seconds + 10), at(seconds));
      expect(await take('a', 0)).toMatchObject({ abandoned: false });
      expect(await take('b', 20)).toMatchObject({ abandoned: true });
      expect(await take('c', 40)).toMatchObject({ abandoned: true });
      await store.releaseLease(rowId, 'c', {}, at(41));
      expect(await take('d', 42)).toMatchObject({ abandoned: false });
    });

    test('Taken and released by many in turn, it is never held by two.', async () => {
      const { rowId } = await insert();
      let holders = 0;
      let turns = 0;
      await Promise.all(
        Array.from({ length: 10 }, async (_, index) => {
          const store = stores()[index % 2 ? 1 : 0];
          while ((await store.acquireLease(rowId, `owner-${index}`, at(15), at(0))) === undefined) continue;
          holders += 1;
          expect(holders).toBe(1);
          await store.renewLease(rowId, `owner-${index}`, at(16));
          holders -= 1;
          turns += 1;
          await store.releaseLease(rowId, `owner-${index}`, {}, at(1));
        }),
      );
      expect(turns).toBe(10);
    });
  });

  describe('Listing idle connections', () => {
    const idsAt = async (seconds: number, limit = 10): Promise<string[]> =>
      (await stores()[1].listIdleConnections({ integrationIds: ['pingone-cc'], expiredAt: at(0), now: at(seconds), limit })).map(
        ({ connectionId }) => connectionId,
      );
    const idle = (connectionId: string, expiredAt: Date, overrides: Partial<Connection> = {}): Promise<StoredConnection> =>
      insert({ connectionId, tokenExpiresAt: expiredAt, error: undefined, ...overrides });

    test('Those whose token expired long ago are listed, the longest first, no more than asked for.', async () => {
      await idle('later', at(0));
      await idle('fresh', at(0.001));
      await idle('first', at(-20));
      await idle('second', at(-10));
      expect(await idsAt(0)).toEqual(['first', 'second', 'later']);
      expect(await idsAt(0, 2)).toEqual(['first', 'second']);
    });

    test('A list goes on after the one that was last, also among those that expired at the same moment.', async () => {
      const [store] = stores();
      const all = [await idle('a', at(-20)), await idle('b', at(-20)), await idle('c', at(-20)), await idle('d', at(-10))];
      for (const [index, after] of all.entries()) {
        const rest = await store.listIdleConnections({ integrationIds: ['pingone-cc'], expiredAt: at(0), after, now: at(0), limit: 10 });
        expect(rest.map(({ connectionId }) => connectionId)).toEqual(['a', 'b', 'c', 'd'].slice(index + 1));
      }
    });

    test('Those of other integrations are left out.', async () => {
      const [store] = stores();
      await idle('a', at(-1), { integrationId: 'other' });
      expect(await idsAt(0)).toEqual([]);
      expect(await store.listIdleConnections({ integrationIds: [], expiredAt: at(0), now: at(0), limit: 10 })).toEqual([]);
    });

    test('Those that are not active are left out.', async () => {
      await idle('active', at(-1));
      await idle('broken', at(-2), { status: 'needs_reconnect' });
      await idle('off', at(-3), { status: 'disabled' });
      expect(await idsAt(0)).toEqual(['active']);
    });

    test('Those that are leased are left out until the lease expires or is released.', async () => {
      const [store] = stores();
      const { rowId } = await idle('a', at(-1));
      await store.acquireLease(rowId, 'x', at(15), at(0));
      expect(await idsAt(14.999)).toEqual([]);
      expect(await idsAt(15)).toEqual(['a']);
      await store.releaseLease(rowId, 'x', {}, at(1));
      expect(await idsAt(1)).toEqual(['a']);
    });

    test('Those in trouble are left out until it is time to retry.', async () => {
      const [store] = stores();
      const { rowId } = await idle('a', at(-1), {
        error: { code: 'c', message: 'm', remedy: 'r', at: at(0), failures: 1, retryAt: at(30) },
      });
      expect(await idsAt(29.999)).toEqual([]);
      expect(await idsAt(30)).toEqual(['a']);
      await store.acquireLease(rowId, 'x', at(45), at(30));
      await store.releaseLease(
        rowId,
        'x',
        { error: { code: 'c', message: 'm', remedy: 'r', at: at(31), failures: 2, retryAt: at(90) } },
        at(31),
      );
      expect(await idsAt(89)).toEqual([]);
      await store.acquireLease(rowId, 'y', at(105), at(90));
      await store.releaseLease(rowId, 'y', { error: undefined }, at(91));
      expect(await idsAt(91)).toEqual(['a']);
    });
  });
}
