import { describe, expect, test } from 'vitest';
import { makeConnection, makeConnectSession } from './make-connection.ts';
import type { CurrentStores } from './store-contract.ts';

/** Describes what every store promises of connect sessions. */
export function describeConnectSessionContract(stores: CurrentStores): void {
  describe('Connect sessions', () => {
    test('A session comes back as it was put in, to the millisecond, from every process.', async () => {
      const [one, other] = stores();
      const session = makeConnectSession({
        endUser: { id: 'ü-1', email: 'zoë@example.com', displayName: '𝒁𝒐ë 李 🔑', tags: { 'a.b/c': "'; drop table --" } },
        createdAt: new Date(1_763_626_530_001),
        expiresAt: new Date(1_763_628_330_999),
      });
      await one.insertConnectSession(session);
      expect(await other.findConnectSession(session.tokenHash)).toStrictEqual(session);
    });

    test('What a session does not have is undefined when it comes back.', async () => {
      const [store] = stores();
      const session = makeConnectSession({
        endUser: undefined,
        organization: undefined,
        tags: undefined,
        allowedIntegrations: undefined,
        reconnects: undefined,
        defaults: undefined,
        shareLinkId: undefined,
      });
      await store.insertConnectSession(session);
      expect(await store.findConnectSession(session.tokenHash)).toStrictEqual(session);
    });

    test('A session that allows nothing is another one than a session that allows everything.', async () => {
      const [store] = stores();
      const session = makeConnectSession({ allowedIntegrations: [] });
      await store.insertConnectSession(session);
      expect((await store.findConnectSession(session.tokenHash))?.allowedIntegrations).toEqual([]);
    });

    test('A session with no tags is another one than a session that says nothing of tags.', async () => {
      const [store] = stores();
      const session = makeConnectSession({ tags: {} });
      await store.insertConnectSession(session);
      expect((await store.findConnectSession(session.tokenHash))?.tags).toEqual({});
    });

    test('An expired session is still found, so that its holder can be told.', async () => {
      const [store] = stores();
      const session = makeConnectSession({ expiresAt: new Date(0) });
      await store.insertConnectSession(session);
      expect(await store.findConnectSession(session.tokenHash)).toStrictEqual(session);
    });

    test('An unknown token finds nothing.', async () => {
      const [store] = stores();
      await store.insertConnectSession(makeConnectSession());
      expect(await store.findConnectSession('0'.repeat(64))).toBeUndefined();
    });

    test('A token hash belongs to one session: the second is refused and the first stays.', async () => {
      const [one, other] = stores();
      const first = makeConnectSession();
      await one.insertConnectSession(first);
      await expect(other.insertConnectSession(makeConnectSession({ tokenHash: first.tokenHash }))).rejects.toThrow(/unique/i);
      expect(await other.findConnectSession(first.tokenHash)).toStrictEqual(first);
    });

    test('A removed session is gone, for every process, and can be removed once.', async () => {
      const [one, other] = stores();
      const session = makeConnectSession();
      await one.insertConnectSession(session);
      const removals = await Promise.all([one.deleteConnectSession(session.sessionId), other.deleteConnectSession(session.sessionId)]);
      expect(removals.filter(Boolean)).toHaveLength(1);
      expect(await one.findConnectSession(session.tokenHash)).toBeUndefined();
    });

    test('Connections stay when the session that made them is removed.', async () => {
      const [store] = stores();
      const session = makeConnectSession();
      await store.insertConnectSession(session);
      const stored = await store.insertConnection(makeConnection({ sessionId: session.sessionId }));
      await store.deleteConnectSession(session.sessionId);
      expect(await store.listConnectionsOfSession(session.sessionId)).toStrictEqual([stored]);
    });

    test('Sessions that expired before a moment are removed and counted; one that expires at that moment stays.', async () => {
      const [store] = stores();
      const moment = new Date('2026-11-20T10:00:00.500Z');
      const at = (ms: number): Date => new Date(moment.getTime() + ms);
      const [old, older, now, later] = [-1, -60_000, 0, 1].map((ms) => makeConnectSession({ expiresAt: at(ms) }));
      for (const session of [old, older, now, later]) await store.insertConnectSession(session!);
      expect(await store.deleteConnectSessionsExpiredBefore(moment)).toBe(2);
      expect(await store.deleteConnectSessionsExpiredBefore(moment)).toBe(0);
      expect(await store.findConnectSession(old!.tokenHash)).toBeUndefined();
      expect(await store.findConnectSession(now!.tokenHash)).toStrictEqual(now);
      expect(await store.findConnectSession(later!.tokenHash)).toStrictEqual(later);
    });
  });
}
