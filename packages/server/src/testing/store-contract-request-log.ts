import { describe, expect, test } from 'vitest';
import type { LoggedOperation } from '../core/operation.ts';
import type { OperationCursor, OperationFilter } from '../store/request-log-store.ts';
import type { Store } from '../store/store.ts';
import { makeBareOperation, makeOperation, writeOperations } from './make-operation.ts';
import type { CurrentStores } from './store-contract.ts';

const start = new Date('2026-11-20T08:00:00.000Z').getTime();
const at = (seconds: number): Date => new Date(start + seconds * 1000);

/** Ids of a list, whatever number of pages it takes. */
async function listAll(store: Store, filter: OperationFilter, limit = 200): Promise<string[]> {
  const ids: string[] = [];
  let after: OperationCursor | undefined;
  do {
    const { operations, next } = await store.listOperations(filter, { limit, ...(after && { after }) });
    expect(operations.length).toBeLessThanOrEqual(limit);
    ids.push(...operations.map(({ operationId }) => operationId));
    after = next;
  } while (after !== undefined);
  return ids;
}

/** Describes what a store promises of the request log. */
export function describeRequestLogContract(stores: CurrentStores): void {
  describe('The request log', () => {
    const idsOf = (operations: readonly LoggedOperation[]): string[] => operations.map(({ operationId }) => operationId);

    test('An operation is found as it was saved, by every process, and there is none under an id that is none.', async () => {
      const [one, other] = stores();
      for (const operation of [
        makeOperation(),
        makeBareOperation(),
        makeOperation({ connectionId: 'é\u{1F600}"\\\n', endUserId: "o'neill" }),
      ]) {
        await one.saveOperations(writeOperations([operation]));
        const found = await other.findOperation(operation.operationId);
        expect(found).toEqual(operation);
        expect(await other.findOperation(operation.operationId.toUpperCase())).toEqual(operation);
      }
      for (const id of ['', 'x', '\0', makeOperation().operationId]) expect(await one.findOperation(id)).toBeUndefined();
      await one.saveOperations(writeOperations([]));
    });

    test('One that is saved again takes the place of what was there, and is the last one that was stored.', async () => {
      const [store] = stores();
      const running = makeBareOperation();
      await store.saveOperations(writeOperations([running, makeOperation()]));
      const before = await store.findLastOperationRow();
      const ended = { ...running, status: 'success', endedAt: at(99) } as const;
      await store.saveOperations(writeOperations([ended]));
      expect(await store.findOperation(running.operationId)).toEqual(ended);
      expect(await store.listOperationsAfterRow(before, 10)).toMatchObject([{ operationId: running.operationId, status: 'success' }]);
      expect(await listAll(store, {})).toHaveLength(2);
    });

    test('A list goes from the one that started last to the one that started first, in whatever pages, also of one moment.', async () => {
      const [store, other] = stores();
      const operations = Array.from({ length: 25 }, (_, index) => makeOperation({ startedAt: at(Math.floor(index / 5)) }));
      await store.saveOperations(writeOperations(operations.slice(10)));
      await other.saveOperations(writeOperations(operations.slice(0, 10)));
      const all = await listAll(store, {});
      expect(all.toSorted()).toEqual(idsOf(operations).toSorted());
      for (const limit of [1, 4, 24, 25]) expect(await listAll(other, {}, limit)).toEqual(all);
      const times = await Promise.all(all.map(async (id) => (await store.findOperation(id))?.startedAt.getTime() ?? 0));
      expect(times).toEqual(times.toSorted((a, b) => b - a));
    });

    test('Each condition holds, alone and together with others.', async () => {
      const [store] = stores();
      const usual = makeOperation({ startedAt: at(1), status: 'success', type: 'proxy', error: undefined });
      const failed = makeOperation({ startedAt: at(2), type: 'refresh', connectionId: 'c-2', endUserId: 'grace' });
      const running = makeBareOperation({ startedAt: at(3), integrationId: 'other' });
      await store.saveOperations(writeOperations([usual, failed, running]));
      const cases: readonly [OperationFilter, readonly LoggedOperation[]][] = [
        [{}, [running, failed, usual]],
        [{ from: at(2) }, [running, failed]],
        [{ to: at(2) }, [usual]],
        [{ from: at(2), to: at(3) }, [failed]],
        [{ statuses: ['failed'] }, [failed]],
        [{ statuses: ['failed', 'running'] }, [running, failed]],
        [{ types: ['proxy'] }, [usual]],
        [{ types: ['proxy', 'refresh'] }, [running, failed, usual]],
        [{ integrationId: 'pingone-cc' }, [failed, usual]],
        [{ connectionId: 'c-2' }, [failed]],
        [{ connectionId: 'C-2' }, []],
        [{ endUserId: 'ada' }, [usual]],
        [{ types: ['refresh'], statuses: ['failed'], integrationId: 'pingone-cc', from: at(0) }, [failed]],
        [{ types: ['refresh'], integrationId: 'nothing' }, []],
        [{ connectionId: 'c-2', statuses: ['success'] }, []],
        [{ search: 'HTTP_404' }, [failed]],
        [{ search: 'c-2' }, [failed]],
        [{ search: 'get https://api.PINGONE.eu' }, [failed, usual]],
        [{ search: 'A8514FAC' }, [failed, usual]],
        [{ search: 'request-1', statuses: ['success'] }, [usual]],
        [{ search: running.operationId.slice(0, 20) }, [running]],
        [{ search: '%' }, []],
        [{ search: "'" }, []],
        [{ search: 'nothing', to: at(9) }, []],
      ];
      for (const [filter, expected] of cases)
        expect({ filter, ids: await listAll(store, filter) }).toEqual({ filter, ids: idsOf(expected) });
    });

    test.each([0, -1, 1.5, 201, Number.NaN])('A limit of %d is refused.', async (limit) => {
      await expect(stores()[0].listOperations({}, { limit })).rejects.toThrow(/"limit"/);
    });

    test('Who follows what is stored gets it in order, of too much the last of it, and what a search would find it by.', async () => {
      const [store, other] = stores();
      expect([await store.findLastOperationRow(), await store.listOperationsAfterRow(0, 10)]).toEqual([0, []]);
      const operations = Array.from({ length: 5 }, (_, index) => makeOperation({ startedAt: at(100 - index) }));
      for (const operation of operations) await other.saveOperations(writeOperations([operation]));
      const rows = await store.listOperationsAfterRow(0, 10);
      expect(rows.map(({ operationId }) => operationId)).toEqual(idsOf(operations));
      expect(rows.map(({ rowId }) => rowId)).toEqual(rows.map(({ rowId }) => rowId).toSorted((a, b) => a - b));
      expect(rows.at(-1)?.rowId).toBe(await store.findLastOperationRow());
      expect((await store.listOperationsAfterRow(0, 2)).map(({ operationId }) => operationId)).toEqual(idsOf(operations.slice(-2)));
      expect(await store.listOperationsAfterRow(rows[3]!.rowId, 10)).toEqual(rows.slice(4));
      expect(rows[0]!.searchText).toContain('CONNECTION-1');
    });

    test('What is too old is removed, then the oldest beyond a number, a few at a time.', async () => {
      const [store] = stores();
      const operations = Array.from({ length: 30 }, (_, index) => makeOperation({ startedAt: at(index) }));
      await store.saveOperations(writeOperations(operations));
      const remove = (startedBefore: Date, maxRows: number) => store.deleteOperations({ startedBefore, maxRows, limit: 4 });
      expect([await remove(at(6), 1000), await remove(at(6), 1000), await remove(at(6), 1000)]).toEqual([4, 2, 0]);
      expect(await listAll(store, {})).toEqual(idsOf(operations.slice(6)).toReversed());
      expect([await remove(at(0), 19), await remove(at(0), 19), await remove(at(0), 19)]).toEqual([4, 1, 0]);
      expect(await listAll(store, {})).toEqual(idsOf(operations.slice(11)).toReversed());
    });
  });
}
