/** What the console shows of the whole, in the words of the wire: over HTTP, and as functions in the same process. */

import type { AuditBody, AuditQuery, OverviewBody, OverviewQuery, SettingsBody } from '@latchkey/protocol';
import { findPercentile } from '../core/duration-class.ts';
import { connectError } from '../errors.ts';
import type { ConnectionCount, OperationCount } from '../store/count-store.ts';
import type { Deps } from '../use-cases/deps.ts';
import { buildRedirectUri } from '../use-cases/start-authorization.ts';
import { VERSION } from '../version.ts';

const DAY_MS = 24 * 60 * 60_000;

/** Lengths of a step of time, in seconds, and how many of them one answer may have. */
const STEPS_SECONDS = [300, 900, 1800, 3600, 7200, 14_400, 86_400];
const MAX_STEPS = 100;

/** Longest span of time that is looked at: what the request log may keep. */
const MAX_SPAN_MS = 366 * DAY_MS;

/** Tells how many connections there are, of which kind, and how requests to providers went. */
export async function getOverview(deps: Deps, query: OverviewQuery): Promise<OverviewBody> {
  const to = query.to === undefined ? deps.clock.now() : new Date(query.to);
  const from = query.from === undefined ? new Date(to.getTime() - DAY_MS) : new Date(query.from);
  const spanMs = to.getTime() - from.getTime();
  if (spanMs <= 0 || spanMs > MAX_SPAN_MS) {
    const problem = { code: 'custom', message: 'This must be before "to", and not by more than 366 days.', path: ['from'] };
    throw connectError('invalid_query_params', { errors: [problem] });
  }
  const stepMs = 1000 * (STEPS_SECONDS.find((seconds) => spanMs / (seconds * 1000) <= MAX_STEPS) ?? 86_400);
  await deps.flushRequestLog();
  const [connections, operations] = await Promise.all([deps.connectionCounts.read(), deps.store.countOperations({ from, to, stepMs })]);
  return { data: { connections: formatConnections(connections), requests: formatRequests(operations, from, to, stepMs) } };
}

function formatConnections(counts: readonly ConnectionCount[]): OverviewBody['data']['connections'] {
  const byStatus = sumBy(counts, ({ status }) => status);
  const byRegion = sumBy(counts, ({ region }) => region ?? 'unknown');
  const byIntegration = Map.groupBy(counts, ({ integrationId }) => integrationId);
  return {
    total: sum(counts),
    by_status: (['active', 'needs_reconnect', 'disabled'] as const).map((status) => ({ status, count: byStatus.get(status) ?? 0 })),
    by_region: [...byRegion].map(([region, count]) => ({ region, count })).toSorted((a, b) => b.count - a.count),
    by_integration: [...byIntegration].map(([integration_id, own]) => {
      const ofStatus = sumBy(own, ({ status }) => status);
      const count = (status: ConnectionCount['status']): number => ofStatus.get(status) ?? 0;
      return { integration_id, active: count('active'), needs_reconnect: count('needs_reconnect'), disabled: count('disabled') };
    }),
  };
}

function formatRequests(counts: readonly OperationCount[], from: Date, to: Date, stepMs: number): OverviewBody['data']['requests'] {
  const byStep = Map.groupBy(counts, ({ startedAt }) => startedAt.getTime());
  const first = Math.floor(from.getTime() / stepMs) * stepMs;
  const steps = Array.from({ length: Math.ceil((to.getTime() - first) / stepMs) }, (_, index) => first + index * stepMs);
  return {
    bucket_seconds: stepMs / 1000,
    buckets: steps.map((at) => {
      const own = byStep.get(at) ?? [];
      const percentile = (share: number): number | null => findPercentile(own, share) ?? null;
      return {
        at: new Date(at).toISOString(),
        total: sum(own),
        failed: sum(own.filter(({ failed }) => failed)),
        p50_ms: percentile(0.5),
        p95_ms: percentile(0.95),
      };
    }),
    total: sum(counts),
    failed: sum(counts.filter(({ failed }) => failed)),
  };
}

function sum(counts: readonly { readonly count: number }[]): number {
  return counts.reduce((total, { count }) => total + count, 0);
}

function sumBy<Count extends { readonly count: number }, Key>(
  counts: readonly Count[],
  keyOf: (count: Count) => Key,
): ReadonlyMap<Key, number> {
  const sums = new Map<Key, number>();
  for (const one of counts) sums.set(keyOf(one), (sums.get(keyOf(one)) ?? 0) + one.count);
  return sums;
}

const DEFAULT_LIMIT = 50;

/** Lists who did what, the latest first. */
export async function listAudit({ store }: Deps, { limit = DEFAULT_LIMIT, cursor }: AuditQuery): Promise<AuditBody> {
  const entries = await store.listAudit({ limit: limit + 1, ...(cursor !== undefined && { beforeRowId: Number(cursor) }) });
  const page = entries.slice(0, limit);
  return {
    data: page.map(({ rowId, at, actor, action, target, status, requestId }) => ({
      id: String(rowId),
      at: at.toISOString(),
      actor: { kind: actor.kind, name: actor.name },
      action,
      target: target ?? null,
      status,
      request_id: requestId ?? null,
    })),
    next_cursor: entries.length > limit ? String(page.at(-1)?.rowId) : null,
  };
}

/** Tells how the server is set up. Nothing of it is secret. */
export function getSettings(deps: Deps): SettingsBody {
  return {
    data: {
      public_url: deps.publicUrl,
      redirect_uri: buildRedirectUri(deps),
      allowed_origins: [...deps.allowedOrigins],
      database: deps.serverFacts.database,
      log_retention_days: deps.serverFacts.logRetentionDays,
      connect_session_lifetime_seconds: deps.connectSessionLifetimeSeconds,
      share_link_lifetime_seconds: deps.shareLinkLifetimeSeconds,
      version: VERSION,
    },
  };
}
