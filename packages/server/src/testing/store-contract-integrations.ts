import { describe, expect, test } from 'vitest';
import { makeConnection } from './make-connection.ts';
import { makeIntegration } from './make-integration.ts';
import type { CurrentStores } from './store-contract.ts';

const later = new Date('2026-11-21T00:00:00.007Z');

/** Describes what every store promises of integrations. */
export function describeIntegrationContract(stores: CurrentStores): void {
  describe('Integrations', () => {
    test('An integration comes back as it was put in, to the millisecond, from every process.', async () => {
      const [one, other] = stores();
      const integration = makeIntegration();
      const stored = await one.insertIntegration(integration);
      expect(stored).toStrictEqual({ ...integration, version: 1 });
      expect(await other.findIntegration(integration.integrationId)).toStrictEqual(stored);
    });

    test('What an integration does not have is undefined when it comes back.', async () => {
      const [store] = stores();
      const integration = makeIntegration({ sealedClient: undefined, scopes: [] });
      expect(await store.insertIntegration(integration)).toStrictEqual({ ...integration, version: 1 });
    });

    test('An id is given once, whoever asks at once, and the first stays.', async () => {
      const [one, other] = stores();
      const { integrationId } = makeIntegration();
      const inserted = await Promise.all([one, other].map((store) => store.insertIntegration(makeIntegration({ integrationId }))));
      const [winner, ...more] = inserted.filter((stored) => stored !== undefined);
      expect(more).toEqual([]);
      expect(await one.insertIntegration(makeIntegration({ integrationId }))).toBeUndefined();
      expect(await one.findIntegration(integrationId)).toStrictEqual(winner);
    });

    test('Connections that are left under an id are taken over by an integration of the same provider, and by no other.', async () => {
      const [store] = stores();
      const { integrationId } = makeIntegration();
      await store.insertConnection(makeConnection({ integrationId, provider: 'pingone-cc' }));
      expect(await store.insertIntegration(makeIntegration({ integrationId, provider: 'pingone' }))).toBeUndefined();
      expect(await store.findIntegration(integrationId)).toBeUndefined();
      expect(await store.insertIntegration(makeIntegration({ integrationId, provider: 'pingone-cc' }))).toBeDefined();
      expect(await store.countConnections(integrationId, 10)).toBe(1);
    });

    test('They are listed in the order in which they were made.', async () => {
      const [one, other] = stores();
      const ids = ['b', 'a', 'C', 'b2'];
      for (const [index, integrationId] of ids.entries())
        await (index % 2 ? one : other).insertIntegration(makeIntegration({ integrationId }));
      expect((await one.listIntegrations()).map(({ integrationId }) => integrationId)).toEqual(ids);
    });

    test('An id that is unknown, or cannot be stored, finds nothing and removes nothing.', async () => {
      const [store] = stores();
      for (const id of ['unknown', '\0', '\ud800', '']) {
        expect(await store.findIntegration(id)).toBeUndefined();
        expect(await store.deleteIntegration(id)).toBe(false);
      }
    });

    test('A change changes what it names and nothing else, moves the version and the moment, and is for the version that was read.', async () => {
      const [one, other] = stores();
      const stored = (await one.insertIntegration(makeIntegration()))!;
      const changed = await other.updateIntegration(stored.integrationId, 1, { displayName: 'New' }, later);
      expect(changed).toStrictEqual({ ...stored, displayName: 'New', version: 2, updatedAt: later });
      expect(await one.updateIntegration(stored.integrationId, 1, { displayName: 'Late' }, later)).toBeUndefined();
      const cleared = await one.updateIntegration(stored.integrationId, 2, { sealedClient: undefined, scopes: ['a'] }, later);
      expect(cleared).toStrictEqual({
        ...stored,
        displayName: 'New',
        sealedClient: undefined,
        scopes: ['a'],
        version: 3,
        updatedAt: later,
      });
      expect(await other.findIntegration(stored.integrationId)).toStrictEqual(cleared);
    });

    test('Of changes at once to one version one is made.', async () => {
      const [one, other] = stores();
      const { integrationId } = (await one.insertIntegration(makeIntegration()))!;
      const changes = await Promise.all(
        [one, other, one, other].map((store, index) => store.updateIntegration(integrationId, 1, { displayName: `${index}` }, later)),
      );
      expect(changes.filter((changed) => changed !== undefined)).toHaveLength(1);
    });

    test('A new id is given while nothing is connected through the old one, and nothing stands under the new one.', async () => {
      const [store] = stores();
      const stored = (await store.insertIntegration(makeIntegration({ integrationId: 'old', provider: 'pingone-cc' })))!;
      await store.insertIntegration(makeIntegration({ integrationId: 'taken' }));
      await store.insertConnection(makeConnection({ integrationId: 'left', connectionId: 'left' }));
      for (const integrationId of ['taken', 'left']) {
        expect(await store.updateIntegration('old', 1, { integrationId }, later)).toBeUndefined();
      }
      const { connectionId } = (await store.insertConnection(makeConnection({ integrationId: 'old' })))!;
      expect(await store.updateIntegration('old', 1, { integrationId: 'new' }, later)).toBeUndefined();
      await store.deleteConnection('old', connectionId);

      const renamed = await store.updateIntegration('old', 1, { integrationId: 'new' }, later);
      expect(renamed).toStrictEqual({ ...stored, integrationId: 'new', version: 2, updatedAt: later });
      expect(await store.findIntegration('old')).toBeUndefined();
      expect(await store.findIntegration('new')).toStrictEqual(renamed);
    });

    test('It is removed once, for every process, and only while nothing is connected through it.', async () => {
      const [one, other] = stores();
      const { integrationId } = (await one.insertIntegration(makeIntegration({ provider: 'pingone-cc' })))!;
      const { connectionId } = (await one.insertConnection(makeConnection({ integrationId })))!;
      expect(await other.deleteIntegration(integrationId)).toBe(false);
      expect(await other.findIntegration(integrationId)).toBeDefined();
      await one.deleteConnection(integrationId, connectionId);
      const removals = await Promise.all([one.deleteIntegration(integrationId), other.deleteIntegration(integrationId)]);
      expect(removals.filter(Boolean)).toHaveLength(1);
      expect(await one.findIntegration(integrationId)).toBeUndefined();
    });

    test('Who looks for it after connecting through it finds it, or it was removed before it had a connection.', async () => {
      const [one, other] = stores();
      for (let round = 0; round < 20; round += 1) {
        const { integrationId } = (await one.insertIntegration(makeIntegration({ provider: 'pingone-cc' })))!;
        const [isThere, isRemoved] = await Promise.all([
          one.insertConnection(makeConnection({ integrationId })).then(() => one.holdsIntegration(integrationId)),
          other.deleteIntegration(integrationId),
        ]);
        expect(isThere).toBe(!isRemoved);
        expect(await other.holdsIntegration(integrationId)).toBe(isThere);
      }
    });

    test('Connections are counted by integration, and no further than asked.', async () => {
      const [store] = stores();
      for (let made = 0; made < 3; made += 1) await store.insertConnection(makeConnection({ integrationId: 'counted' }));
      await store.insertConnection(makeConnection({ integrationId: 'other' }));
      expect(await store.countConnections('counted', 10)).toBe(3);
      expect(await store.countConnections('counted', 2)).toBe(2);
      expect(await store.countConnections('nothing', 2)).toBe(0);
    });
  });
}
