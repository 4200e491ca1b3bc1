import { overviewBody, type ConnectionStatus, type OverviewBody } from '@latchkey/protocol';
import { readAs, type CallOptions, type Exchange } from './exchange.ts';

/** Which span of time. */
export interface OverviewSpan {
  /** At most 366 days before `to`. @default a day before `to` */
  readonly from?: Date | undefined;
  /** @default now */
  readonly to?: Date | undefined;
}

/** How many connections there are. */
export interface ConnectionCounts {
  readonly total: number;
  readonly byStatus: readonly { readonly status: ConnectionStatus; readonly count: number }[];
  /** Codes of regions, and `unknown`. */
  readonly byRegion: readonly { readonly region: string; readonly count: number }[];
  readonly byIntegration: readonly {
    readonly integrationId: string;
    readonly active: number;
    readonly needsReconnect: number;
    readonly disabled: number;
  }[];
}

/** How requests to providers went. */
export interface RequestCounts {
  readonly total: number;
  readonly failed: number;
  readonly bucketSeconds: number;
  /** The oldest first, without a gap. */
  readonly buckets: readonly RequestBucket[];
}

/** The requests of one step of time. */
export interface RequestBucket {
  readonly at: Date;
  readonly total: number;
  readonly failed: number;
  /** To within a tenth, in milliseconds; `undefined` when there was nothing. */
  readonly p50Ms: number | undefined;
  readonly p95Ms: number | undefined;
}

/** How everything is. */
export interface Overview {
  /** Counts connections, and tells how requests to providers went. The key needs `connections:read` and `logs:read`. @throws {LatchkeyError} `invalid_query_params` */
  readonly get: (
    span?: OverviewSpan,
    options?: CallOptions,
  ) => Promise<{ readonly connections: ConnectionCounts; readonly requests: RequestCounts }>;
}

/** Creates the method about the whole. */
export function createOverview(exchange: Exchange): Overview {
  return {
    get: async ({ from, to } = {}, options) => {
      const query = { from: from?.toISOString(), to: to?.toISOString() };
      const { data } = await exchange({ ...options, method: 'GET', path: '/overview', query }, readAs(overviewBody));
      return { connections: readConnectionCounts(data.connections), requests: readRequestCounts(data.requests) };
    },
  };
}

function readConnectionCounts(wire: OverviewBody['data']['connections']): ConnectionCounts {
  return {
    total: wire.total,
    byStatus: wire.by_status,
    byRegion: wire.by_region,
    byIntegration: wire.by_integration.map(({ integration_id: integrationId, needs_reconnect: needsReconnect, active, disabled }) => ({
      integrationId,
      active,
      needsReconnect,
      disabled,
    })),
  };
}

function readRequestCounts({ total, failed, bucket_seconds: bucketSeconds, buckets }: OverviewBody['data']['requests']): RequestCounts {
  return {
    total,
    failed,
    bucketSeconds,
    buckets: buckets.map((bucket) => ({
      at: new Date(bucket.at),
      total: bucket.total,
      failed: bucket.failed,
      p50Ms: bucket.p50_ms ?? undefined,
      p95Ms: bucket.p95_ms ?? undefined,
    })),
  };
}
