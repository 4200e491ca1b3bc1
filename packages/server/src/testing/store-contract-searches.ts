import { describe, expect, test } from 'vitest';
import type { Connection } from '../core/connection.ts';
import type { ConnectionFilter } from '../store/connection-list-store.ts';
import { makeConnection } from './make-connection.ts';
import type { CurrentStores } from './store-contract.ts';

/** Describes what every store promises of searches for connections. */
export function describeSearchContract(stores: CurrentStores): void {
  async function insert(connectionId: string, overrides: Partial<Connection> = {}): Promise<void> {
    await stores()[0].insertConnection(makeConnection({ connectionId, ...overrides }));
  }

  async function idsOf(filter: ConnectionFilter): Promise<string[]> {
    const [, store] = stores();
    return (await store.listConnections(filter, { limit: 1_000 })).connections.map(({ connectionId }) => connectionId);
  }

  describe('Searching connections', () => {
    test.each([
      ['the connection id', 'CONN-a'],
      ['the id of the end user', 'usr_77'],
      ['their name', 'hopper'],
      ['their email', '@NAVY.example'],
      ['the name of the environment', 'cobol'],
      ['letters of another case and script', 'ÄÖ ΣΊΣΥΦΟΣ'],
      ['letters put together from two characters', 'äö'],
    ])('A text is found within %s, whatever its case.', async (_where, search) => {
      await insert('conn-A', {
        endUser: { id: 'USR_77', displayName: 'Grace Hopper', email: 'grace@navy.example' },
        environment: { id: 'e', name: 'The COBOL äö σίσυφοσ one', type: undefined, region: 'EU', organizationId: undefined },
      });
      await insert('x', { endUser: { id: 'y' }, environment: undefined });
      expect(await idsOf({ search })).toEqual(['conn-A']);
    });

    test('A text is found where a word begins with it, and not within one; so is a whole id, also of an environment.', async () => {
      const id = '3f2504e0-4f89-11d3-9a0c-0305e82c3301';
      await insert('conn-A7', {
        endUser: { id: 'u', displayName: '李明', email: 'grace.hopper@navy.example' },
        environment: { id, name: undefined, type: undefined, region: 'EU', organizationId: undefined },
      });
      for (const search of ['hopper@nav', 'example', 'a7', '明', id, id.toUpperCase(), '3f2504e0-4f']) {
        expect(await idsOf({ search })).toEqual(['conn-A7']);
      }
      for (const search of ['opper', 'onn', '7', '4f89']) expect(await idsOf({ search })).toEqual([]);
    });

    test('A text longer than an index holds is found, and told from one that is different at its end.', async () => {
      const long = 'word '.repeat(40);
      await insert('a', { endUser: { id: 'u', displayName: `${long}one` } });
      await insert('b', { endUser: { id: 'u', displayName: `${long}two` } });
      expect(await idsOf({ search: `${long}two` })).toEqual(['b']);
      expect(await idsOf({ tags: {}, search: long })).toEqual(['b', 'a']);
    });

    test('What no longer stands in a connection is not found, nor is a connection that is gone.', async () => {
      const [store] = stores();
      const stored = await store.insertConnection(
        makeConnection({ connectionId: 'a', endUser: { id: 'one two' }, environment: undefined }),
      );
      await store.updateConnection(stored!.rowId, stored!.version, { endUser: { id: 'two three' } }, new Date());
      expect([await idsOf({ search: 'one' }), await idsOf({ search: 'two' }), await idsOf({ search: 'three' })]).toEqual([
        [],
        ['a'],
        ['a'],
      ]);
      await store.deleteConnection('pingone-cc', 'a');
      await insert('b', { endUser: { id: 'three' } });
      expect(await idsOf({ search: 'three' })).toEqual(['b']);
    });

    test.each(['%', '_', '\\', '*', '?', "'", '100%_\\'])('"%s" is a character like any other.', async (search) => {
      await insert(`with ${search} in it`, { endUser: undefined });
      await insert('without', { endUser: undefined });
      expect(await idsOf({ search })).toEqual([`with ${search} in it`]);
    });

    test('What is not among these is not searched, and no text spans two of them.', async () => {
      await insert('c', {
        integrationId: 'secret-place',
        tags: { team: 'secret-place' },
        metadata: { note: 'secret-place' },
        sealedCredential: 'secret-place',
        organization: { id: 'secret-place' },
        endUser: { id: 'one', displayName: 'two', email: 'three@example.com', tags: { a: 'secret-place' } },
      });
      expect(await idsOf({ search: 'secret-place' })).toEqual([]);
      expect(await idsOf({ search: 'onetwo' })).toEqual([]);
      expect(await idsOf({ search: 'cone' })).toEqual([]);
    });

    test('An empty text is found everywhere, and a very long one nowhere.', async () => {
      await insert('a', { endUser: undefined, environment: undefined });
      expect(await idsOf({ search: '' })).toEqual(['a']);
      expect(await idsOf({ search: 'a'.repeat(100_000) })).toEqual([]);
    });
  });
}
