import type { WebhookEntry } from '@latchkey/protocol';
import type { ReactElement } from 'react';
import { StatusBadge } from '../../parts/status-badge.tsx';

/** Whether events are sent to it. */
export function WebhookState({ webhook: { enabled, disabled_reason: reason } }: { readonly webhook: WebhookEntry }): ReactElement {
  if (enabled) return <StatusBadge tone="good">Enabled</StatusBadge>;
  return reason === 'gone' ? <StatusBadge tone="warn">Gone</StatusBadge> : <StatusBadge tone="off">Disabled</StatusBadge>;
}
