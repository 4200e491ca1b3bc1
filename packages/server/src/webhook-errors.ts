/** The rows of the catalogue that are about webhooks. */
export const webhookErrors = {
  unknown_webhook: {
    status: 404,
    message: 'There is no webhook with this id.',
    remedy: 'Check the id; GET /webhooks lists what there is.',
    retryable: false,
  },
  unknown_delivery: {
    status: 404,
    message: 'There is no delivery with this id: it was removed with its webhook, or after 15 days.',
    remedy: 'Check the id; GET /webhooks/{id}/deliveries lists what there is.',
    retryable: false,
  },
  webhook_disabled: {
    status: 409,
    message: 'The webhook is disabled, so nothing is sent to it.',
    remedy: 'Enable it with PATCH /webhooks/{id}, then try again.',
    retryable: false,
  },
} as const;
