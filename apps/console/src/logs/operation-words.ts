import type { OperationListItem, OperationStatus, OperationType } from '@latchkey/protocol';

/** What an operation is called. */
export const TYPE_WORDS: Readonly<Record<OperationType, string>> = {
  connect: 'Connect',
  authorization_start: 'Sign-in begun',
  authorization: 'Sign-in finished',
  import: 'Import',
  locate: 'Find region',
  refresh: 'Refresh',
  check: 'Check',
  proxy: 'Proxy',
  webhook: 'Webhook',
  gap: 'Missing rows',
};

/** How it stands. */
export const STATUS_WORDS: Readonly<Record<OperationStatus, string>> = { running: 'Running', success: 'Success', failed: 'Failed' };

/** The colour that goes with it. */
export const STATUS_TONES = { running: 'off', success: 'good', failed: 'bad' } as const satisfies Record<OperationStatus, string>;

const CALLERS: Readonly<Record<OperationListItem['caller']['type'], string>> = {
  secret_key: 'Secret key',
  connect_session: 'End user',
  app: 'The app’s own process',
  background: 'Latchkey, in the background',
  console: 'Console',
};

/** Who had it done. */
export function describeCaller({ type, id, name }: OperationListItem['caller']): string {
  const who = name ?? id;
  return who === null ? CALLERS[type] : `${CALLERS[type]} · ${who}`;
}

/** What was sent last, in one line: without the host, which is nearly always the same. */
export function describeMessage({ last_message: message }: OperationListItem): string {
  if (!message) return '–';
  const url = URL.parse(message.url);
  const place = url ? `${url.pathname}${url.search}` : message.url;
  return `${message.method} ${place}`;
}

/** How long it took. */
export function formatDuration(ms: number | null): string {
  if (ms === null) return '–';
  return ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`;
}
