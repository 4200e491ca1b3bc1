import type {
  CreateWebhookBody,
  DeliveryListBody,
  RotateWebhookSecretBody,
  UpdateWebhookBody,
  WebhookBody,
  WebhookCreatedBody,
  WebhookListBody,
  WebhookSecretBody,
} from '@latchkey/protocol';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { call, send } from '../../api/api.ts';
import { useChange } from '../../api/use-change.ts';

const pathOf = (webhookId: string): string => `/webhooks/${encodeURIComponent(webhookId)}`;

/** All webhooks. */
export const webhooksQuery = queryOptions({
  queryKey: ['webhooks'],
  queryFn: ({ signal }) => call<WebhookListBody>('GET', '/webhooks', { signal }).then(({ data }) => data),
});

/** One webhook. */
export function webhookQuery(webhookId: string) {
  return queryOptions({
    queryKey: [...webhooksQuery.queryKey, webhookId],
    queryFn: ({ signal }) => call<WebhookBody>('GET', pathOf(webhookId), { signal }).then(({ data }) => data),
  });
}

/** What a webhook was told, the latest first; read again, more often while something is on its way. */
export function deliveriesQuery(webhookId: string) {
  return infiniteQueryOptions({
    queryKey: [...webhooksQuery.queryKey, webhookId, 'deliveries'],
    queryFn: ({ pageParam, signal }) =>
      call<DeliveryListBody>('GET', `${pathOf(webhookId)}/deliveries`, { query: { cursor: pageParam }, signal }),
    initialPageParam: '',
    getNextPageParam: ({ next_cursor }) => next_cursor ?? undefined,
    refetchInterval: ({ state }) => (state.data?.pages[0]?.data.some((delivery) => delivery.state === 'pending') === true ? 2000 : 10_000),
  });
}

/** Makes a webhook. */
export function useCreateWebhook() {
  return useChange((body: CreateWebhookBody) => call<WebhookCreatedBody>('POST', '/webhooks', { body }), webhooksQuery.queryKey);
}

/** Changes one. */
export function useUpdateWebhook(webhookId: string) {
  return useChange((body: UpdateWebhookBody) => send('PATCH', pathOf(webhookId), { body }), webhooksQuery.queryKey);
}

/** Removes one. */
export function useDeleteWebhook(webhookId: string) {
  return useChange(() => send('DELETE', pathOf(webhookId)), webhooksQuery.queryKey, true);
}

/** Sends it an event that tells of nothing. */
export function useTestWebhook(webhookId: string) {
  return useChange(() => send('POST', `${pathOf(webhookId)}/test`), webhooksQuery.queryKey);
}

/** Gives it a new secret. */
export function useRotateWebhookSecret(webhookId: string) {
  return useChange(
    (body: NonNullable<RotateWebhookSecretBody>) => call<WebhookSecretBody>('POST', `${pathOf(webhookId)}/rotate-secret`, { body }),
    webhooksQuery.queryKey,
  );
}

/** Sends an event once more. */
export function useResend() {
  return useChange((deliveryId: number) => send('POST', `/webhooks/deliveries/${deliveryId}/resend`), webhooksQuery.queryKey);
}
