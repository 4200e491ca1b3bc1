import { describe, expect, test } from 'vitest';
import { makeConnection, makeConnectSession } from './make-connection.ts';
import { makeShareLink } from './make-share-link.ts';
import type { CurrentStores } from './store-contract.ts';

/** Describes what every store promises of share links. */
export function describeShareLinkContract(stores: CurrentStores): void {
  const now = new Date('2026-11-21T00:00:00.001Z');

  describe('Share links', () => {
    test('A link comes back as it was put in, to the millisecond, from every process, by its token and by its id.', async () => {
      const [one, other] = stores();
      const link = makeShareLink({ openedAt: now, usedAt: now, revokedAt: now, reconnects: true, connectionId: 'c1', note: 'zoë 李' });
      await one.insertShareLink(link);
      expect(await other.findShareLink(link.linkId)).toStrictEqual({ ...link, rowId: expect.any(Number) });
      expect(await other.findShareLinkByToken(link.tokenHash)).toStrictEqual({ ...link, rowId: expect.any(Number) });
      expect(await other.findShareLinkByToken('0'.repeat(64))).toBeUndefined();
      expect(await other.findShareLink('\0')).toBeUndefined();
    });

    test('What a link does not have is undefined when it comes back.', async () => {
      const [store] = stores();
      const link = makeShareLink({ endUser: undefined, organization: undefined, tags: undefined, note: undefined });
      await store.insertShareLink(link);
      expect(await store.findShareLink(link.linkId)).toStrictEqual({ ...link, rowId: expect.any(Number) });
    });

    test('A token belongs to one link: the second is refused and the first stays.', async () => {
      const [one, other] = stores();
      const link = makeShareLink();
      await one.insertShareLink(link);
      await expect(other.insertShareLink(makeShareLink({ tokenHash: link.tokenHash }))).rejects.toThrow(/unique/i);
      expect(await other.findShareLinkByToken(link.tokenHash)).toMatchObject(link);
    });

    test('They are listed the latest first, page by page.', async () => {
      const [one, other] = stores();
      const links = Array.from({ length: 5 }, () => makeShareLink());
      for (const [index, link] of links.entries()) await (index % 2 ? one : other).insertShareLink(link);
      const first = await one.listShareLinks({ limit: 3 });
      const rest = await one.listShareLinks({ limit: 3, beforeRowId: first.at(-1)!.rowId });
      expect([...first, ...rest].map(({ linkId }) => linkId)).toEqual(links.map(({ linkId }) => linkId).toReversed());
    });

    test('When it was opened first is noted once.', async () => {
      const [one, other] = stores();
      const link = makeShareLink();
      await one.insertShareLink(link);
      await one.noteShareLinkOpened(link.linkId, now);
      await other.noteShareLinkOpened(link.linkId, new Date(now.getTime() + 1));
      expect(await one.findShareLink(link.linkId)).toMatchObject({ ...link, openedAt: now });
    });

    test('A link is revoked once, and not when it was used.', async () => {
      const [one, other] = stores();
      const [link, used] = [makeShareLink(), makeShareLink({ usedAt: now })];
      for (const each of [link, used]) await one.insertShareLink(each);
      const revoked = await Promise.all([one.revokeShareLink(link.linkId, now), other.revokeShareLink(link.linkId, now)]);
      expect(revoked.filter(Boolean)).toHaveLength(1);
      expect(await other.findShareLink(link.linkId)).toMatchObject({ revokedAt: now });
      expect(await other.revokeShareLink(used.linkId, now)).toBe(false);
      expect(await one.findShareLink(used.linkId)).toMatchObject({ usedAt: now, revokedAt: undefined });
      expect([await one.revokeShareLink('\0', now), await one.revokeShareLink('none', now)]).toEqual([false, false]);
    });

    test('Links that expired before a moment are removed and counted, however they stood; one that expires at that moment stays.', async () => {
      const [store] = stores();
      const links = [-1, -1, 0].map((ms, index) =>
        makeShareLink({ expiresAt: new Date(now.getTime() + ms), ...(index === 0 && { usedAt: now }) }),
      );
      for (const link of links) await store.insertShareLink(link);
      expect(await store.deleteShareLinksExpiredBefore(now)).toBe(2);
      expect((await store.listShareLinks({ limit: 10 })).map(({ linkId }) => linkId)).toEqual([links[2]!.linkId]);
    });

    test('A session remembers the link that it came from.', async () => {
      const [one, other] = stores();
      const session = makeConnectSession({ shareLinkId: 'link-7' });
      await one.insertConnectSession(session);
      expect(await other.findConnectSession(session.tokenHash)).toStrictEqual(session);
    });
  });

  describe('Connecting with a share link', () => {
    test('marks the link as used together with the connection, new or changed.', async () => {
      const [one, other] = stores();
      const [first, second] = [makeShareLink(), makeShareLink()];
      for (const link of [first, second]) await one.insertShareLink(link);
      const connection = await one.insertConnection(makeConnection(), undefined, { linkId: first.linkId, at: now });
      expect(await other.findShareLink(first.linkId)).toMatchObject({ usedAt: now, connectionId: connection!.connectionId });
      const changed = await one.updateConnection(connection!.rowId, connection!.version, { tags: {} }, now, undefined, {
        linkId: second.linkId,
        at: now,
      });
      expect(changed?.tags).toEqual({});
      expect(await other.findShareLink(second.linkId)).toMatchObject({ usedAt: now, connectionId: connection!.connectionId });
    });

    test.each([
      ['used', { usedAt: now }],
      ['revoked', { revokedAt: now }],
      ['expired', { expiresAt: now }],
    ])('changes nothing when the link is %s.', async (_state, overrides) => {
      const [store] = stores();
      const link = makeShareLink(overrides);
      await store.insertShareLink(link);
      const use = { linkId: link.linkId, at: now };
      expect(await store.insertConnection(makeConnection(), undefined, use)).toBeUndefined();
      expect((await store.listConnections({}, { limit: 1 })).connections).toEqual([]);
      const connection = await store.insertConnection(makeConnection());
      expect(await store.updateConnection(connection!.rowId, connection!.version, { tags: {} }, now, undefined, use)).toBeUndefined();
      expect(await store.findConnection(connection!.integrationId, connection!.connectionId)).toStrictEqual(connection);
      expect(await store.findShareLink(link.linkId)).toMatchObject({ ...link, connectionId: undefined });
    });

    test('leaves the link open when the connection could not be stored.', async () => {
      const [store] = stores();
      const [link, taken] = [makeShareLink(), makeConnection()];
      await store.insertShareLink(link);
      await store.insertConnection(taken);
      const use = { linkId: link.linkId, at: now };
      expect(await store.insertConnection(makeConnection({ connectionId: taken.connectionId }), undefined, use)).toBeUndefined();
      expect(await store.findShareLink(link.linkId)).toMatchObject({ usedAt: undefined, connectionId: undefined });
    });

    test('makes one connection, of any number at once, in any process.', async () => {
      const [one, other] = stores();
      const link = makeShareLink();
      await one.insertShareLink(link);
      const use = { linkId: link.linkId, at: now };
      const tries = [one, other, one, other].map((store) => store.insertConnection(makeConnection(), undefined, use));
      const made = (await Promise.all(tries)).filter((connection) => connection !== undefined);
      expect(made).toHaveLength(1);
      expect((await one.listConnections({}, { limit: 10 })).connections).toHaveLength(1);
      expect(await other.findShareLink(link.linkId)).toMatchObject({ usedAt: now, connectionId: made[0]!.connectionId });
    });

    test('and revoking it at once: one of them happens.', async () => {
      const [one, other] = stores();
      for (let round = 0; round < 10; round += 1) {
        const link = makeShareLink();
        await one.insertShareLink(link);
        const use = { linkId: link.linkId, at: now };
        const [connection, revoked] = await Promise.all([
          one.insertConnection(makeConnection(), undefined, use),
          other.revokeShareLink(link.linkId, now),
        ]);
        expect(revoked).toBe(connection === undefined);
      }
    });
  });
}
