import type { CreateIntegrationBody, IntegrationBody, IntegrationListBody, UpdateIntegrationBody } from '@latchkey/protocol';
import { parseScopeList } from '@latchkey/protocol';
import { queryOptions, useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import { call, send } from '../api/api.ts';

/** An integration as its page shows it. A client secret that was set is never read back. */
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
      const { data } = await call<IntegrationBody>('GET', `/integrations/${encodeURIComponent(integrationId)}`, { query, signal });
      // Security: the secret is let go of here, so that no cache of the page holds it.
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

/** A change, after which every list is read anew. */
function useIntegrationChange<Given>(change: (given: Given) => Promise<unknown>): UseMutationResult<unknown, Error, Given> {
  const client = useQueryClient();
  return useMutation({ mutationFn: change, onSuccess: () => client.invalidateQueries({ queryKey: integrationsQuery.queryKey }) });
}

/** Makes an integration. */
export function useCreateIntegration() {
  return useIntegrationChange((body: CreateIntegrationBody) => call('POST', '/integrations', { body }));
}

/** Changes one. */
export function useUpdateIntegration(integrationId: string) {
  return useIntegrationChange((body: UpdateIntegrationBody) =>
    call('PATCH', `/integrations/${encodeURIComponent(integrationId)}`, { body }),
  );
}

/** Deletes one, and what is connected through it only when told to. */
export function useDeleteIntegration(integrationId: string) {
  return useIntegrationChange((cascade: boolean) =>
    send('DELETE', `/integrations/${encodeURIComponent(integrationId)}`, { query: cascade ? { cascade: 'true' } : {} }),
  );
}
