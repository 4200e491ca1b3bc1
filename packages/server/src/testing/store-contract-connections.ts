import { describe, expect, test } from 'vitest';
import type { StoredConnection } from '../store/store.ts';
import { makeBareConnection, makeConnection } from './make-connection.ts';
import type { CurrentStores } from './store-contract.ts';

const later = new Date('2026-11-21T00:00:00.004Z');

function present<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('It should be there, and is not.');
  return value;
}

/** Describes what every store promises of single connections. */
export function describeConnectionContract(stores: CurrentStores): void {
  const insert = async (): Promise<StoredConnection> => present(await stores()[0].insertConnection(makeConnection()));

  describe('Inserting a connection', () => {
    test('It comes back as it was put in, to the millisecond, from every process.', async () => {
      const [one, other] = stores();
      const connection = makeConnection();
      const stored = present(await one.insertConnection(connection));
      expect(stored).toStrictEqual({ ...connection, rowId: stored.rowId, version: stored.version });
      expect(stored.rowId).toBeGreaterThan(0);
      expect(await other.findConnection(connection.integrationId, connection.connectionId)).toStrictEqual(stored);
    });

    test('What it does not have is undefined when it comes back.', async () => {
      const [store] = stores();
      const connection = makeBareConnection();
      const { rowId, version, ...stored } = present(await store.insertConnection(connection));
      expect(stored).toStrictEqual(connection);
      expect([rowId, version].every(Number.isInteger)).toBe(true);
    });

    test('An environment whose name may not be read has a name that is undefined.', async () => {
      const [store] = stores();
      const environment = { id: 'e', name: undefined, type: undefined, region: 'NA', organizationId: undefined };
      expect((await store.insertConnection(makeConnection({ environment })))?.environment).toStrictEqual(environment);
    });

    test('Text of every script, quotes and large documents come back unchanged.', async () => {
      const [store] = stores();
      const connection = makeConnection({
        connectionId: 'Ünï/código "quoted" \\ 李🔑',
        metadata: { '🔑': '\u2028 \' " \\ %_', deep: { long: 'x'.repeat(100_000) }, zero: 0, no: null },
        sealedTokenSet: 'A'.repeat(200_000),
      });
      await store.insertConnection(connection);
      const found = present(await store.findConnection('pingone-cc', connection.connectionId));
      expect(found.metadata).toStrictEqual(connection.metadata);
      expect(found.sealedTokenSet).toBe(connection.sealedTokenSet);
    });

    test('Under an id that no store can keep there is nothing, and that is no failure.', async () => {
      const [store] = stores();
      await store.insertConnection(makeConnection({ connectionId: '\ufffd' }));
      for (const connectionId of ['a\0b', '\0', '\ud800']) {
        expect(await store.findConnection('pingone-cc', connectionId)).toBeUndefined();
        expect(await store.deleteConnection('pingone-cc', connectionId)).toBe(false);
      }
    });

    test('An id that is taken within the integration is refused, and what has it stays as it is.', async () => {
      const [one, other] = stores();
      const first = present(await one.insertConnection(makeConnection()));
      expect(await other.insertConnection(makeConnection({ connectionId: first.connectionId }))).toBeUndefined();
      expect(await one.findConnection('pingone-cc', first.connectionId)).toStrictEqual(first);
    });

    test('Two integrations may use the same id.', async () => {
      const [store] = stores();
      const first = present(await store.insertConnection(makeConnection()));
      const second = await store.insertConnection(makeConnection({ connectionId: first.connectionId, integrationId: 'other' }));
      expect(await store.findConnection('other', first.connectionId)).toStrictEqual(second);
      expect(await store.findConnection('pingone-cc', first.connectionId)).toStrictEqual(first);
    });

    test('A session connects an integration to the same identity once, and to another identity or integration again.', async () => {
      const [store] = stores();
      const key = { sessionId: 's', integrationId: 'i', identity: 'e' };
      expect(await store.insertConnection(makeConnection(key))).toBeDefined();
      expect(await store.insertConnection(makeConnection(key))).toBeUndefined();
      expect(await store.insertConnection(makeConnection({ ...key, identity: 'e2' }))).toBeDefined();
      expect(await store.insertConnection(makeConnection({ ...key, integrationId: 'i2' }))).toBeDefined();
      expect(await store.insertConnection(makeConnection({ ...key, sessionId: 's2' }))).toBeDefined();
    });

    test('Without a session any number of connections may lead to the same identity.', async () => {
      const [store] = stores();
      const key = { sessionId: undefined, identity: 'e' };
      expect(await store.insertConnection(makeConnection(key))).toBeDefined();
      expect(await store.insertConnection(makeConnection(key))).toBeDefined();
    });

    test('Many requests at once, over two processes, for one session and identity make one connection.', async () => {
      const [one, other] = stores();
      const key = { sessionId: 's', integrationId: 'i', identity: 'e' };
      const results = await Promise.all(
        Array.from({ length: 20 }, (_, index) => (index % 2 ? one : other).insertConnection(makeConnection(key))),
      );
      const [made, ...more] = results.filter((stored) => stored !== undefined);
      expect(more).toEqual([]);
      expect(await one.listConnectionsOfSession('s')).toStrictEqual([made]);
      expect(await other.findConnectionOfSession('s', 'i', 'e')).toStrictEqual(made);
    });

    test('Row numbers ascend and are never used twice, not even when the newest connection was removed.', async () => {
      const [one, other] = stores();
      const first = present(await one.insertConnection(makeConnection()));
      const second = present(await other.insertConnection(makeConnection()));
      await one.deleteConnection('pingone-cc', second.connectionId);
      const third = present(await one.insertConnection(makeConnection()));
      expect(second.rowId).toBeGreaterThan(first.rowId);
      expect(third.rowId).toBeGreaterThan(second.rowId);
    });
  });

  describe('Finding a connection', () => {
    test('Unknown ids find nothing.', async () => {
      const [store] = stores();
      const { connectionId, sessionId = '' } = present(await store.insertConnection(makeConnection()));
      expect(await store.findConnection('other', connectionId)).toBeUndefined();
      expect(await store.findConnection('pingone-cc', 'other')).toBeUndefined();
      expect(await store.findConnectionOfSession(sessionId, 'pingone-cc', 'other')).toBeUndefined();
      expect(await store.listConnectionsOfSession('other')).toEqual([]);
    });

    test('Ids are told apart by case.', async () => {
      const [store] = stores();
      await store.insertConnection(makeConnection({ connectionId: 'abc' }));
      expect(await store.insertConnection(makeConnection({ connectionId: 'ABC' }))).toBeDefined();
      expect((await store.findConnection('pingone-cc', 'ABC'))?.connectionId).toBe('ABC');
    });

    test('What was found before is found as it is now: changed, gone, and there again, whoever did it.', async () => {
      const [one, other] = stores();
      const stored = await insert();
      const { integrationId, connectionId } = stored;
      const find = () => one.findConnection(integrationId, connectionId);
      expect([await find(), await find()]).toStrictEqual([stored, stored]);
      for (const store of [one, other]) {
        const { rowId, version } = present(await find());
        const changed = await store.updateConnection(rowId, version, { tags: { version: `${version}` } }, later);
        expect(await find()).toStrictEqual(changed);
        await store.acquireLease(rowId, `owner-${version}`, later, later);
        expect(await find()).toStrictEqual(changed);
        const released = await store.releaseLease(rowId, `owner-${version}`, { sealedTokenSet: `new.${version}` }, later);
        expect(await find()).toStrictEqual(released);
        expect(await store.deleteConnection(integrationId, connectionId)).toBe(true);
        expect(await find()).toBeUndefined();
        const again = await store.insertConnection(makeConnection({ connectionId }));
        expect(await find()).toStrictEqual(again);
        expect(again?.rowId).toBeGreaterThan(rowId);
      }
    });

    test('What a session made is listed oldest first, a hundred at most.', async () => {
      const [store] = stores();
      for (let index = 0; index < 102; index += 1)
        await store.insertConnection(makeConnection({ sessionId: 's', connectionId: `c${index}` }));
      const ids = (await store.listConnectionsOfSession('s')).map(({ connectionId }) => connectionId);
      expect(ids).toEqual(Array.from({ length: 100 }, (_, index) => `c${index}`));
    });
  });

  describe('Changing a connection', () => {
    test('Keys in the change get their new values, all others keep theirs, and updatedAt and the version move.', async () => {
      const [one, other] = stores();
      const before = await insert();
      const change = {
        status: 'needs_reconnect',
        config: { environmentId: 'e', tld: 'com.au' },
        authMethod: 'CLIENT_SECRET_BASIC',
        environment: { id: 'e', name: 'New', type: 'SANDBOX', region: 'AU', organizationId: 'o' },
        access: [],
        error: { code: 'c', message: 'm', remedy: 'r', at: later },
        endUser: { id: 'u2' },
        organization: { id: 'o2' },
        tags: { b: '2' },
        metadata: {},
        sealedCredential: 'new credential',
        sealedTokenSet: 'new token set',
        tokenExpiresAt: new Date(1),
        reconnectSessionId: 's2',
        lastFetchedAt: new Date(2),
        lastCheckedAt: new Date(3),
      } as const;
      const after = present(await one.updateConnection(before.rowId, before.version, change, later));
      expect(after).toStrictEqual({ ...before, ...change, updatedAt: later, version: after.version });
      expect(after.version).not.toBe(before.version);
      expect(await other.findConnection('pingone-cc', before.connectionId)).toStrictEqual(after);

      const unchanged = present(await other.updateConnection(before.rowId, after.version, {}, later));
      expect(unchanged).toStrictEqual({ ...after, version: unchanged.version });
    });

    test.each([
      'environment',
      'error',
      'endUser',
      'organization',
      'metadata',
      'reconnectSessionId',
      'lastFetchedAt',
      'lastCheckedAt',
    ] as const)('A change that holds "%s" as undefined clears it and nothing else.', async (key) => {
      const [store] = stores();
      const before = await insert();
      const after = present(await store.updateConnection(before.rowId, before.version, { [key]: undefined }, later));
      expect(after).toStrictEqual({ ...before, [key]: undefined, updatedAt: later, version: after.version });
    });

    test('A change against an old version is refused and changes nothing.', async () => {
      const [one, other] = stores();
      const first = await insert();
      const second = await one.updateConnection(first.rowId, first.version, { status: 'disabled' }, later);
      expect(await other.updateConnection(first.rowId, first.version, { status: 'active' }, later)).toBeUndefined();
      expect(await other.findConnection('pingone-cc', first.connectionId)).toStrictEqual(second);
    });

    test('Of many changes at once against one version one wins, and it is the one that stands.', async () => {
      const [one, other] = stores();
      const { rowId, version, connectionId } = await insert();
      const results = await Promise.all(
        Array.from({ length: 20 }, (_, index) =>
          (index % 2 ? one : other).updateConnection(rowId, version, { sealedTokenSet: `token set ${index}` }, later),
        ),
      );
      const [winner, ...more] = results.filter((stored) => stored !== undefined);
      expect(more).toEqual([]);
      expect(await one.findConnection('pingone-cc', connectionId)).toStrictEqual(winner);
    });

    test('Writers that read again after they lost lose no change.', async () => {
      const { connectionId } = await insert();
      const find = async (): Promise<StoredConnection> => present(await stores()[0].findConnection('pingone-cc', connectionId));
      await Promise.all(
        Array.from({ length: 10 }, async (_, index) => {
          const store = stores()[index % 2 ? 1 : 0];
          for (;;) {
            const { rowId, version, tags } = await find();
            if (await store.updateConnection(rowId, version, { tags: { ...tags, [`t${index}`]: 'x' } }, later)) return;
          }
        }),
      );
      expect(Object.keys((await find()).tags)).toHaveLength(11);
    });

    test('A removed connection cannot be changed, and does not come back.', async () => {
      const [one, other] = stores();
      const { rowId, version, connectionId } = await insert();
      await one.deleteConnection('pingone-cc', connectionId);
      expect(await other.updateConnection(rowId, version, { status: 'active' }, later)).toBeUndefined();
      expect(await other.findConnection('pingone-cc', connectionId)).toBeUndefined();
    });

    test('Whether a change or a removal comes first, the connection is gone after both.', async () => {
      const [one, other] = stores();
      for (let round = 0; round < 10; round += 1) {
        const { rowId, version, connectionId } = await insert();
        const change = (): Promise<unknown> => one.updateConnection(rowId, version, { status: 'disabled' }, later);
        const removal = (): Promise<unknown> => other.deleteConnection('pingone-cc', connectionId);
        const [first, second] = round % 2 ? [change, removal] : [removal, change];
        await Promise.all([first(), second()]);
        expect(await one.findConnection('pingone-cc', connectionId)).toBeUndefined();
      }
    });
  });

  describe('Removing a connection', () => {
    test('It is gone for every process, once, and nothing else is.', async () => {
      const [one, other] = stores();
      const kept = present(await one.insertConnection(makeConnection()));
      const { connectionId, sessionId = '', identity } = present(await one.insertConnection(makeConnection()));
      expect(await one.deleteConnection('other', connectionId)).toBe(false);
      const removals = await Promise.all([one, other].map((store) => store.deleteConnection('pingone-cc', connectionId)));
      expect(removals.filter(Boolean)).toHaveLength(1);
      expect(await other.findConnection('pingone-cc', connectionId)).toBeUndefined();
      expect(await other.findConnectionOfSession(sessionId, 'pingone-cc', identity)).toBeUndefined();
      expect((await other.listConnections({}, { limit: 10 })).connections).toStrictEqual([kept]);
    });

    test('Afterwards the same session may connect the same identity, and the id is free.', async () => {
      const [store] = stores();
      const connection = makeConnection();
      const first = present(await store.insertConnection(connection));
      await store.deleteConnection('pingone-cc', first.connectionId);
      expect((await store.insertConnection(connection))?.rowId).toBeGreaterThan(first.rowId);
    });
  });
}
