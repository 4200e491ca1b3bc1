import { describe, expect, test } from 'vitest';
import type { Connection } from '../core/connection.ts';
import { connectionSorts } from '@latchkey/protocol';
import type { ConnectionCursor, ConnectionFilter, ConnectionPage } from '../store/connection-list-store.ts';
import type { Store } from '../store/store.ts';
import { makeBareConnection, makeConnection } from './make-connection.ts';
import type { CurrentStores } from './store-contract.ts';

async function insertMany(store: Store, count: number, from = 0): Promise<void> {
  for (let index = from; index < from + count; index += 1) await store.insertConnection(makeBareConnection({ connectionId: `c${index}` }));
}

/** Describes what every store promises of lists of connections. */
export function describeListContract(stores: CurrentStores): void {
  async function insert(connectionId: string, overrides: Partial<Connection> = {}): Promise<void> {
    await stores()[0].insertConnection(makeConnection({ connectionId, ...overrides }));
  }

  async function idsOf(filter: ConnectionFilter, page: Partial<ConnectionPage> = {}): Promise<string[]> {
    const [, store] = stores();
    return (await store.listConnections(filter, { limit: 1_000, ...page })).connections.map(({ connectionId }) => connectionId);
  }

  describe('Listing connections', () => {
    test('An empty filter lists all, newest first, whole.', async () => {
      const [store] = stores();
      const stored = [];
      for (const connection of [makeConnection(), makeBareConnection(), makeConnection({ integrationId: 'other' })]) {
        stored.unshift(await store.insertConnection(connection));
      }
      expect(await store.listConnections({}, { limit: 10 })).toStrictEqual({ connections: stored, next: undefined });
    });

    test('Each condition holds back what it does not fit.', async () => {
      await insert('a', { integrationId: 'i1', endUser: { id: 'u1' }, organization: { id: 'o1' } });
      await insert('b', { integrationId: 'i2', endUser: { id: 'u2' }, organization: { id: 'o2' } });
      await insert('a', { integrationId: 'i3', endUser: undefined, organization: undefined });
      expect(await idsOf({ connectionId: 'a' })).toEqual(['a', 'a']);
      expect(await idsOf({ integrationIds: ['i2'] })).toEqual(['b']);
      expect(await idsOf({ integrationIds: ['i2', 'i1', 'unknown'] })).toEqual(['b', 'a']);
      expect(await idsOf({ integrationIds: [] })).toEqual([]);
      expect(await idsOf({ endUserId: 'u1' })).toEqual(['a']);
      expect(await idsOf({ endUserId: 'U1' })).toEqual([]);
      expect(await idsOf({ endUserOrganizationId: 'o2' })).toEqual(['b']);
      expect(await idsOf({ status: 'active' })).toEqual(['a', 'b', 'a']);
      expect(await idsOf({ status: 'disabled' })).toEqual([]);
    });

    test('All conditions must hold.', async () => {
      // No random id begins like these, so that a search finds nothing by chance.
      await insert('one', { endUser: { id: 'u1' }, tags: { team: 'red' } });
      await insert('two', { endUser: { id: 'u1' }, tags: { team: 'blue' } });
      expect(await idsOf({ endUserId: 'u1', tags: { team: 'blue' } })).toEqual(['two']);
      expect(await idsOf({ endUserId: 'u2', tags: { team: 'blue' } })).toEqual([]);
      expect(await idsOf({ connectionId: 'two', search: 'two' })).toEqual(['two']);
      expect(await idsOf({ connectionId: 'one', search: 'two' })).toEqual([]);
    });

    test('Conditions follow a change of the connection.', async () => {
      const [store] = stores();
      const stored = await store.insertConnection(makeConnection({ connectionId: 'a' }));
      const change = {
        endUser: { id: 'u9', displayName: 'Grace' },
        organization: { id: 'o9' },
        environment: { id: 'e', name: 'Staging', type: undefined, region: 'EU', organizationId: undefined },
        tags: { team: 'green' },
      };
      await store.updateConnection(stored!.rowId, stored!.version, change, new Date());
      for (const filter of [
        { endUserId: 'u9' },
        { endUserOrganizationId: 'o9' },
        { tags: { team: 'green' } },
        { search: 'grace' },
        { search: 'staging' },
      ]) {
        expect(await idsOf(filter)).toEqual(['a']);
      }
      for (const filter of [
        { endUserId: 'user-1' },
        { endUserOrganizationId: 'org-1' },
        { tags: { team: 'red' } },
        { search: 'ada' },
        { search: 'prod' },
      ]) {
        expect(await idsOf(filter)).toEqual([]);
      }
    });
  });

  describe('Tags of connections', () => {
    test('Every tag asked for must be there with exactly this value; others may be there too.', async () => {
      await insert('a', { tags: { team: 'red', plan: 'pro' } });
      await insert('b', { tags: { team: 'red' } });
      await insert('c', { tags: {} });
      expect(await idsOf({ tags: { team: 'red' } })).toEqual(['b', 'a']);
      expect(await idsOf({ tags: { team: 'red', plan: 'pro' } })).toEqual(['a']);
      expect(await idsOf({ tags: { plan: 'red' } })).toEqual([]);
      expect(await idsOf({ tags: { team: 're' } })).toEqual([]);
      expect(await idsOf({ tags: { team: 'RED' } })).toEqual([]);
      expect(await idsOf({ tags: {} })).toEqual(['c', 'b', 'a']);
    });

    test('Keys and values are taken letter for letter, whatever they mean to a database.', async () => {
      const tags = { 'a.b/c-d_e': '%', $: '"', "'": "' or 1=1 --", 李: '🔑\\' };
      await insert('a', { tags });
      await insert('b', { tags: { a: 'x' } });
      for (const [key, value] of Object.entries(tags)) expect(await idsOf({ tags: { [key]: value } })).toEqual(['a']);
      expect(await idsOf({ tags: { '%': 'x' } })).toEqual([]);
    });

    test('A number in text is not the number.', async () => {
      await insert('a', { tags: { n: '1' } });
      expect(await idsOf({ tags: { n: '1' } })).toEqual(['a']);
      expect(await idsOf({ tags: { n: '1.0' } })).toEqual([]);
    });
  });

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

  describe('Connections to an organization of the provider', () => {
    const environment = (organizationId: string | undefined) => ({
      id: 'e',
      name: undefined,
      type: undefined,
      region: 'EU',
      organizationId,
    });
    const isKnown = (id: string, endUserId?: string, endUserOrganizationId?: string): Promise<boolean> =>
      stores()[1].hasConnectionToOrganization(id, { endUserId, endUserOrganizationId });

    test('They are those of the end user and those of their organization, and nobody else’s.', async () => {
      await insert('a', { endUser: { id: 'u1' }, organization: { id: 'o1' }, environment: environment('p1') });
      await insert('b', { endUser: { id: 'u2' }, organization: undefined, environment: environment('p2') });
      expect(await isKnown('p1', 'u1')).toBe(true);
      expect(await isKnown('p1', undefined, 'o1')).toBe(true);
      expect(await isKnown('p1', 'colleague', 'o1')).toBe(true);
      expect(await isKnown('p2', 'u2', 'o1')).toBe(true);
      expect(await isKnown('p2', 'u1', 'o1')).toBe(false);
      expect(await isKnown('p1', 'o1', 'u1')).toBe(false);
      expect(await isKnown('P1', 'u1')).toBe(false);
      expect(await isKnown('p1')).toBe(false);
    });

    test('They follow a change of the environment.', async () => {
      const [store] = stores();
      const stored = await store.insertConnection(makeConnection({ endUser: { id: 'u1' }, environment: environment('p1') }));
      const moved = await store.updateConnection(stored!.rowId, stored!.version, { environment: environment('p2') }, new Date());
      expect([await isKnown('p1', 'u1'), await isKnown('p2', 'u1')]).toEqual([false, true]);
      await store.updateConnection(stored!.rowId, moved!.version, { environment: environment(undefined) }, new Date());
      expect(await isKnown('p2', 'u1')).toBe(false);
    });
  });

  describe('Paging through connections', () => {
    test(
      'Ten thousand rows are read page by page: none twice, none left out, while others are added and removed.',
      { timeout: 120_000 },
      async () => {
        const [one, other] = stores();
        await insertMany(one, 10_000);
        const seen: string[] = [];
        let after: ConnectionCursor | undefined;
        for (let page = 0; ; page += 1) {
          const { connections, next } = await one.listConnections({}, { limit: 997, ...(after && { after }) });
          seen.push(...connections.map(({ connectionId }) => connectionId));
          if (next === undefined) break;
          after = next;
          await insertMany(other, 3, 10_000 + 3 * page);
          await other.deleteConnection('pingone-cc', connections.at(-1)!.connectionId);
        }
        expect(seen).toEqual(Array.from({ length: 10_000 }, (_, index) => `c${9_999 - index}`));

        // So many have it that the list is walked rather than looked up.
        for (const sort of connectionSorts) {
          const found: number[] = [];
          for (let after: ConnectionCursor | undefined; ;) {
            const { connections, next } = await one.listConnections({ search: 'c' }, { limit: 1_000, sort, ...(after && { after }) });
            found.push(...connections.map(({ rowId }) => rowId));
            if (next === undefined) break;
            after = next;
          }
          const rest = await idsOf({ search: 'c' }, { offset: 9_999, sort });
          expect([found.length, new Set(found).size, rest.length]).toEqual([10_020, 10_020, 21]);
        }
      },
    );

    test('A page starts after the rows to skip, and is empty behind the end.', async () => {
      const [store] = stores();
      await insertMany(store, 5);
      const ids = (offset: number): Promise<string[]> => idsOf({}, { limit: 2, offset });
      expect(await ids(0)).toEqual(['c4', 'c3']);
      expect(await ids(3)).toEqual(['c1', 'c0']);
      expect(await ids(4)).toEqual(['c0']);
      expect(await ids(5)).toEqual([]);
    });

    test('Filter, where the page before ended, and rows to skip work together.', async () => {
      const [store] = stores();
      await insertMany(store, 6);
      const { next } = await store.listConnections({}, { limit: 2 });
      expect(await idsOf({ search: 'C' }, { limit: 2, after: next!, offset: 1 })).toEqual(['c2', 'c1']);
    });

    test.each(connectionSorts)('In the order %s, each page goes on where the one before ended, under every condition.', async (sort) => {
      const [store] = stores();
      for (let index = 0; index < 24; index += 1) {
        await insert(`c${index}`, {
          integrationId: index % 2 === 0 ? 'even' : 'odd',
          status: index % 3 === 0 ? 'disabled' : 'active',
          endUser: { id: index % 4 === 0 ? 'ada' : 'grace' },
          environment: undefined,
          // Several have changed in the same millisecond.
          updatedAt: new Date(1_700_000_000_000 + ((index * 7) % 5)),
        });
      }
      const all = (await store.listConnections({}, { limit: 1_000 })).connections;
      const moment = ({ updatedAt, rowId }: (typeof all)[number]): readonly [number, number] =>
        sort.endsWith('updated') ? [updatedAt.getTime(), rowId] : [rowId, 0];
      const ordered = all.toSorted((one, other) => {
        const [[a, b], [c, d]] = [moment(one), moment(other)];
        return (sort.startsWith('-') ? -1 : 1) * (a - c || b - d);
      });
      const filters: readonly ConnectionFilter[] = [
        {},
        { integrationIds: ['even'] },
        { integrationIds: ['odd', 'even', 'unknown'] },
        { status: 'disabled' },
        { status: 'active', integrationIds: ['odd'] },
        { endUserId: 'ada' },
        { endUserId: 'grace', status: 'active' },
        { search: 'grace', status: 'disabled' },
        { search: 'c1', integrationIds: ['even', 'odd'] },
      ];
      for (const filter of filters) {
        const seen: string[] = [];
        for (let after: ConnectionCursor | undefined; ;) {
          const { connections, next } = await store.listConnections(filter, { limit: 3, sort, ...(after && { after }) });
          expect(connections.length).toBeLessThanOrEqual(3);
          seen.push(...connections.map(({ connectionId }) => connectionId));
          if (next === undefined) break;
          expect(connections).toHaveLength(3);
          after = next;
        }
        const expected = ordered.filter(
          ({ integrationId, status, endUser, connectionId }) =>
            (filter.integrationIds?.includes(integrationId) ?? true) &&
            (filter.status ?? status) === status &&
            (filter.endUserId ?? endUser?.id) === endUser?.id &&
            (filter.search === undefined || connectionId.startsWith(filter.search) || endUser?.id === filter.search),
        );
        expect(expected.length).toBeGreaterThan(2);
        expect(seen).toEqual(expected.map(({ connectionId }) => connectionId));
        const skipped = await idsOf(filter, { limit: 2, offset: 1, sort });
        expect(skipped).toEqual(expected.slice(1, 3).map(({ connectionId }) => connectionId));
      }
    });

    test('A page that ends with the last connection leads nowhere.', async () => {
      const [store] = stores();
      await insertMany(store, 4);
      const { next } = await store.listConnections({}, { limit: 2 });
      expect(next).toMatchObject({ connectionId: 'c2' });
      expect((await store.listConnections({}, { limit: 2, after: next! })).next).toBeUndefined();
    });

    test.each([0, -1, 1.5, 1_001, Number.NaN])('A limit of %d is refused.', async (limit) => {
      await expect(stores()[0].listConnections({}, { limit })).rejects.toThrow(/"limit"/);
    });
  });
}
