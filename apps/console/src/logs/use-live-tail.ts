import { operationListItem, type OperationList, type OperationListItem } from '@latchkey/protocol';
import { useQueryClient, type InfiniteData } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { buildUrl } from '../api/api.ts';
import { buildLogsQuery, type LogsSearch } from './logs-search.ts';
import { operationsQuery } from './queries.ts';

/** How many operations the list holds at most while it is live. */
const MAX_LIVE_ROWS = 500;

/** Puts operations on top of the list as they happen, as long as it is switched on. @returns Whether the stream is broken just now; it is opened again by itself. */
export function useLiveTail(filter: LogsSearch, isOn: boolean): boolean {
  const client = useQueryClient();
  const [broken, setBroken] = useState(false);
  const url = buildUrl('/logs/operations/stream', buildLogsQuery(filter));
  const key = JSON.stringify(operationsQuery(filter).queryKey);
  useEffect(() => {
    if (!isOn) return undefined;
    const source = new EventSource(url);
    source.addEventListener('open', () => {
      setBroken(false);
      // The stream tells what happens from now on: the list is read once more for what happened since it was read, or while the stream was broken.
      void client.invalidateQueries({ queryKey: JSON.parse(key) });
    });
    source.addEventListener('error', () => setBroken(true));
    source.addEventListener('operation', ({ data }: MessageEvent<string>) => {
      const read = operationListItem.safeParse(JSON.parse(data));
      if (!read.success) return;
      client.setQueryData<InfiniteData<OperationList>>(JSON.parse(key), (list) => list && putOnTop(list, read.data));
    });
    source.addEventListener('skipped', () => void client.invalidateQueries({ queryKey: JSON.parse(key) }));
    return () => {
      source.close();
      setBroken(false);
    };
  }, [client, isOn, key, url]);
  return broken;
}

/** An operation that is there already, because it was still running, is replaced where it stands. */
function putOnTop(list: InfiniteData<OperationList>, operation: OperationListItem): InfiniteData<OperationList> {
  const isThere = list.pages.some(({ data }) => data.some(({ id }) => id === operation.id));
  const pages = list.pages.map((page, index) => {
    if (isThere) return { ...page, data: page.data.map((row) => (row.id === operation.id ? operation : row)) };
    return index === 0 ? { ...page, data: [operation, ...page.data].slice(0, MAX_LIVE_ROWS) } : page;
  });
  return { ...list, pages };
}
