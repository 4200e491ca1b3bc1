import type { ReactElement } from 'react';
import { StatusBadge } from '../parts/status-badge.tsx';

interface IntegrationHealthProps {
  /** `undefined` when nothing is connected through the integration. */
  readonly counts: { readonly active: number; readonly needs_reconnect: number; readonly disabled: number } | undefined;
}

/** How the connections of an integration are: what needs somebody stands first. */
export function IntegrationHealth({ counts }: IntegrationHealthProps): ReactElement {
  const { active = 0, needs_reconnect = 0, disabled = 0 } = counts ?? {};
  if (active + needs_reconnect + disabled === 0) return <span className="muted">none</span>;
  return (
    <span className="badges">
      {needs_reconnect > 0 && <StatusBadge tone="warn">{`${needs_reconnect.toLocaleString()} need reconnect`}</StatusBadge>}
      {active > 0 && <StatusBadge tone="good">{`${active.toLocaleString()} active`}</StatusBadge>}
      {disabled > 0 && <StatusBadge tone="off">{`${disabled.toLocaleString()} disabled`}</StatusBadge>}
    </span>
  );
}
