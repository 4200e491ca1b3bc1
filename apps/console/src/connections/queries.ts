import type { CheckedConnection, ConnectionListItem } from '@latchkey/protocol';
import { infiniteQueryOptions, keepPreviousData, queryOptions, useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { call, send } from '../api/api.ts';
import { useChange } from '../api/use-change.ts';
import type { ConnectionsSearch } from './connections-search.ts';

/** What names a connection. */
export interface ConnectionKey {
  readonly integrationId: string;
  readonly connectionId: string;
}

const PAGE = 50;

/** A page of the list. */
interface ConnectionPage {
  readonly connections: readonly ConnectionListItem[];
  readonly next_cursor?: string;
}

/** Connections, a page at a time. */
export function connectionsQuery({ integration, status, search, sort }: ConnectionsSearch) {
  const query = { integrationId: integration, status, search, sort, limit: PAGE };
  return infiniteQueryOptions({
    queryKey: ['connections', query],
    queryFn: ({ pageParam, signal }) => call<ConnectionPage>('GET', '/connections', { query: { ...query, cursor: pageParam }, signal }),
    initialPageParam: '',
    getNextPageParam: ({ next_cursor }) => next_cursor,
    placeholderData: keepPreviousData,
  });
}

/** One connection, without its credentials: the console has no use for a token. */
export function connectionQuery(key: ConnectionKey) {
  return queryOptions({
    queryKey: ['connection', key.integrationId, key.connectionId],
    queryFn: ({ signal }) => call<CheckedConnection>('GET', pathOf(key), { query: queryOf(key), signal }),
  });
}

/** What can be done to a connection, and shows afterwards. */
export function useConnectionChange<Given = void>(key: ConnectionKey, change: (key: ConnectionKey, given: Given) => Promise<unknown>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (given: Given) => change(key, given),
    // A check that failed changes the connection too.
    onSettled: () => readConnectionsAnew(client),
  });
}

/** Has read again whatever shows a connection or counts it. */
export async function readConnectionsAnew(client: QueryClient): Promise<void> {
  await Promise.all(['connection', 'connections', 'overview'].map((name) => client.invalidateQueries({ queryKey: [name] })));
}

/** Forgets one. Lists, counts and links show it too, so that everything is read again, but once another page asks for it. */
export function useDeleteConnection(key: ConnectionKey) {
  return useChange(() => send('DELETE', pathOf(key), { query: queryOf(key) }), [], true);
}

/** Finds out anew whether it works and what it may do. */
export const checkConnection = (key: ConnectionKey) => send('POST', `${pathOf(key)}/check`, { query: queryOf(key) });

/** Gets it a new token. */
export const refreshConnection = (key: ConnectionKey) => send('POST', `${pathOf(key)}/refresh`, { query: queryOf(key) });

/** Changes whose it is, what it is tagged with, or whether it is switched off. */
export const updateConnection = (key: ConnectionKey, body: { tags?: Record<string, string>; status?: 'active' | 'disabled' }) =>
  send('PATCH', pathOf(key), { query: queryOf(key), body });

/** Puts metadata in the place of what it has. */
export const setMetadata = ({ integrationId, connectionId }: ConnectionKey, metadata: Record<string, unknown>) =>
  send('POST', '/connections/metadata', { body: { provider_config_key: integrationId, connection_id: connectionId, metadata } });

function pathOf({ connectionId }: ConnectionKey): string {
  return `/connections/${encodeURIComponent(connectionId)}`;
}

function queryOf({ integrationId }: ConnectionKey): { provider_config_key: string } {
  return { provider_config_key: integrationId };
}
