import { operationListItem, type OperationList, type OperationListItem } from '@latchkey/protocol';
import { useQueryClient, type InfiniteData, type QueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { buildUrl } from '../api/api.ts';
import { sessionQuery } from '../api/session.ts';
import { openEventStream } from './event-stream.ts';
import { buildLogsQuery, type LogsSearch } from './logs-search.ts';
import { operationsQuery } from './queries.ts';

type OperationsKey = ReturnType<typeof operationsQuery>['queryKey'];

/** How many operations the first page of the list holds at most while it is live. */
const MAX_LIVE_ROWS = 500;

/** Puts operations on top of the list as they happen, as long as it is switched on. @returns Whether the stream is broken just now; it is opened again by itself. */
export function useLiveTail(filter: LogsSearch, isOn: boolean): boolean {
  const client = useQueryClient();
  const [broken, setBroken] = useState(false);
  const url = buildUrl('/logs/operations/stream', buildLogsQuery(filter));
  const key = JSON.stringify(operationsQuery(filter).queryKey);
  useEffect(() => {
    if (!isOn) return undefined;
    const queryKey: OperationsKey = JSON.parse(key);
    const live = createLiveList(client, queryKey);
    const close = openEventStream(url, {
      onOpen: () => {
        setBroken(false);
        // The stream tells what happens from now on: the list is read once more for what happened since it was read, or while the stream was broken.
        void client.cancelQueries({ queryKey }).then(() => client.invalidateQueries({ queryKey }));
      },
      onBroken: () => setBroken(true),
      // It may be that nobody is signed in any more.
      onRefused: () => void client.invalidateQueries({ queryKey: sessionQuery.queryKey }),
      events: {
        operation: (data) => {
          const read = operationListItem.safeParse(JSON.parse(data));
          if (read.success) live.put(read.data);
        },
        skipped: () => void client.invalidateQueries({ queryKey }),
      },
    });
    return () => {
      close();
      live.end();
      setBroken(false);
    };
  }, [client, isOn, key, url]);
  return broken;
}

/** The list as the stream changes it. What came while the list was being read is put on top of the answer too, which may be older. */
function createLiveList(client: QueryClient, queryKey: OperationsKey) {
  let sinceAsked: OperationListItem[] = [];
  const change = (operations: readonly OperationListItem[]): void => {
    const list = client.setQueryData<InfiniteData<OperationList>>(queryKey, (known) => known && operations.reduce(putOnTop, known));
    // What is cut off from the first page would be on no other: the pages are read anew, and once, however many operations come meanwhile.
    if ((list?.pages[0]?.data.length ?? 0) > MAX_LIVE_ROWS) void client.invalidateQueries({ queryKey }, { cancelRefetch: false });
  };
  const end = client.getQueryCache().subscribe((event) => {
    if (event.type !== 'updated' || event.action.type !== 'success' || event.action.manual) return;
    if (event.query !== client.getQueryCache().find({ queryKey }) || sinceAsked.length === 0) return;
    const missed = sinceAsked;
    sinceAsked = [];
    change(missed);
  });
  return {
    put: (operation: OperationListItem): void => {
      if (client.isFetching({ queryKey, exact: true }) > 0) sinceAsked.push(operation);
      change([operation]);
    },
    end,
  };
}

/** An operation that is there already, because it was still running, is replaced where it stands. */
function putOnTop(list: InfiniteData<OperationList>, operation: OperationListItem): InfiniteData<OperationList> {
  const isThere = list.pages.some(({ data }) => data.some(({ id }) => id === operation.id));
  const pages = list.pages.map((page, index) => {
    if (isThere) return { ...page, data: page.data.map((row) => (row.id === operation.id ? operation : row)) };
    return index === 0 ? { ...page, data: [operation, ...page.data] } : page;
  });
  return { ...list, pages };
}
