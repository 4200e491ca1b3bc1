import type { ReactElement } from 'react';
import type { Overview } from '../overview/queries.ts';
import { StatusBadge } from '../parts/status-badge.tsx';

interface IntegrationHealthProps {
  readonly integrationId: string;
  /** `undefined` while it is not known. */
  readonly overview: Overview | undefined;
}

/** How the connections of an integration are: what needs somebody stands first. */
export function IntegrationHealth({ integrationId, overview }: IntegrationHealthProps): ReactElement {
  if (!overview) return <span className="muted">…</span>;
  const counts = overview.connections.by_integration.find((row) => row.integration_id === integrationId);
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
