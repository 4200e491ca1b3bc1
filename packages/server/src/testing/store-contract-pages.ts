import { connectionSorts } from '@latchkey/protocol';
import { describe, expect, test } from 'vitest';
import type { Connection } from '../core/connection.ts';
import type { ConnectionCursor, ConnectionFilter, ConnectionPage } from '../store/connection-list-store.ts';
import type { Store } from '../store/store.ts';
import { makeBareConnection, makeConnection } from './make-connection.ts';
import type { CurrentStores } from './store-contract.ts';

async function insertMany(store: Store, count: number, from = 0): Promise<void> {
  for (let index = from; index < from + count; index += 1) await store.insertConnection(makeBareConnection({ connectionId: `c${index}` }));
}

/** Describes what every store promises of the pages of a list of connections. */
export function describePageContract(stores: CurrentStores): void {
  async function insert(connectionId: string, overrides: Partial<Connection> = {}): Promise<void> {
    await stores()[0].insertConnection(makeConnection({ connectionId, ...overrides }));
  }

  async function idsOf(filter: ConnectionFilter, page: Partial<ConnectionPage> = {}): Promise<string[]> {
    const [, store] = stores();
    return (await store.listConnections(filter, { limit: 1_000, ...page })).connections.map(({ connectionId }) => connectionId);
  }

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
