const WORDS: Readonly<Record<string, string>> = {
  'POST /console/api/session': 'Signed in',
  'DELETE /console/api/session': 'Signed out',
  'DELETE /console/api/sessions': 'Signed out everywhere',
  'POST /integrations': 'Made an integration',
  'PATCH /integrations/{uniqueKey}': 'Changed an integration',
  'DELETE /integrations/{uniqueKey}': 'Deleted an integration',
  'POST /connect/sessions': 'Started a connect session',
  'POST /connect/sessions/reconnect': 'Started a reconnect session',
  'POST /connect/links': 'Made a share link',
  'DELETE /connect/links/{linkId}': 'Revoked a share link',
  'POST /connections': 'Imported a connection',
  'POST /connections/metadata': 'Set metadata',
  'PATCH /connections/metadata': 'Changed metadata',
  'PATCH /connections/{connectionId}': 'Changed a connection',
  'DELETE /connections/{connectionId}': 'Deleted a connection',
  'POST /connections/{connectionId}/check': 'Checked a connection',
  'POST /connections/{connectionId}/refresh': 'Refreshed a connection',
  'POST /keys': 'Made a secret key',
  'DELETE /keys/{keyId}': 'Revoked a secret key',
  'POST /webhooks': 'Made a webhook',
  'PATCH /webhooks/{webhookId}': 'Changed a webhook',
  'DELETE /webhooks/{webhookId}': 'Deleted a webhook',
  'POST /webhooks/{webhookId}/rotate-secret': 'Rotated a webhook’s secret',
  'POST /webhooks/{webhookId}/test': 'Tested a webhook',
  'POST /webhooks/deliveries/{deliveryId}/resend': 'Sent an event again',
  'POST /encryption/rotate': 'Rotated the encryption keys',
};

/** Says what somebody did; an action that is not known keeps its method and path. */
export function describeAction(action: string): string {
  return WORDS[action] ?? action;
}

/** Who can do something, in words. */
export const ACTOR_WORDS = { key: 'Secret key', console: 'Console', process: 'The app’s own process' } as const;
