import type { CreateIntegrationBody, IntegrationBody, IntegrationListBody, UpdateIntegrationBody } from '@latchkey/protocol';
import { parseScopeList } from '@latchkey/protocol';
import { queryOptions } from '@tanstack/react-query';
import { call, send } from '../api/api.ts';
import { useChange } from '../api/use-change.ts';

/** An integration as its page shows it. A client secret that was set is never told again. */
export interface IntegrationDetail {
  readonly integrationId: string;
  readonly provider: string;
  readonly displayName: string;
  /** `undefined` for what the server's configuration names: it cannot be changed here. */
  readonly createdAt: string | undefined;
  /** `undefined` when each end user brings a client. */
  readonly clientId: string | undefined;
  readonly scopes: readonly string[];
}

export const integrationsQuery = queryOptions({
  queryKey: ['integrations'],
  queryFn: ({ signal }) => call<IntegrationListBody>('GET', '/integrations', { signal }).then(({ data }) => data),
});

/** One integration. @param isAdmin Whether the client may be read: whoever may only look is not shown it. */
export function integrationQuery(integrationId: string, isAdmin: boolean) {
  return queryOptions({
    queryKey: ['integrations', integrationId, isAdmin],
    queryFn: async ({ signal }): Promise<IntegrationDetail> => {
      const query = isAdmin ? { include: 'credentials' } : {};
      const { data } = await call<IntegrationBody>('GET', pathOf(integrationId), { query, signal });
      return {
        integrationId: data.unique_key,
        provider: data.provider,
        displayName: data.display_name,
        createdAt: data.created_at ?? undefined,
        clientId: data.credentials?.client_id,
        scopes: parseScopeList(data.credentials?.scopes ?? ''),
      };
    },
  });
}

/** Makes an integration. */
export function useCreateIntegration() {
  return useChange((body: CreateIntegrationBody) => send('POST', '/integrations', { body }), integrationsQuery.queryKey);
}

/** Changes one. */
export function useUpdateIntegration(integrationId: string) {
  return useChange((body: UpdateIntegrationBody) => send('PATCH', pathOf(integrationId), { body }), integrationsQuery.queryKey);
}

/** Deletes one. Connections, counts and links go with it, so that everything is read again. @param cascade Whether what is connected through it goes too; else it must have nothing. */
export function useDeleteIntegration(integrationId: string, cascade: boolean) {
  return useChange(() => send('DELETE', pathOf(integrationId), { query: cascade ? { cascade: 'true' } : {} }), [], true);
}

function pathOf(integrationId: string): string {
  return `/integrations/${encodeURIComponent(integrationId)}`;
}
