import type { ConnectionStatus } from '@latchkey/protocol';
import type { ReactElement } from 'react';
import { StatusBadge } from '../parts/status-badge.tsx';

const WORDS = { active: 'Active', needs_reconnect: 'Needs reconnect', disabled: 'Disabled' } as const;
const TONES = { active: 'good', needs_reconnect: 'warn', disabled: 'off' } as const;

/** How a connection is. */
export function ConnectionStatusBadge({ status }: { readonly status: ConnectionStatus }): ReactElement {
  return <StatusBadge tone={TONES[status]}>{WORDS[status]}</StatusBadge>;
}
