import { auditBody, type AuditBody } from '@latchkey/protocol';
import { readAs, type CallOptions, type Exchange } from './exchange.ts';

type WireEntry = AuditBody['data'][number];

/** Who changed what. */
export interface AuditEntry {
  readonly id: string;
  readonly at: Date;
  /** A secret key, somebody at the console, or the process that Latchkey runs in. */
  readonly actor: { readonly kind: WireEntry['actor']['kind']; readonly name: string };
  /** Method and path of the route, for example `DELETE /keys/{keyId}`. */
  readonly action: string;
  /** What the path names, for example the id of the key. */
  readonly target: string | undefined;
  /** HTTP status of the answer. */
  readonly status: number;
  readonly requestId: string | undefined;
}

/** What was changed, and by whom. */
export interface Audit {
  /** Yields entries, the latest first, page after page as they are asked for: end the loop when you have enough. */
  readonly list: (options?: CallOptions) => AsyncGenerator<AuditEntry, void, undefined>;
}

const PAGE_SIZE = 200;

/** Creates the methods about the audit. */
export function createAudit(exchange: Exchange): Audit {
  return {
    async *list(options) {
      let cursor: string | null | undefined;
      while (cursor !== null) {
        const call = { ...options, method: 'GET', path: '/audit', query: { limit: PAGE_SIZE, cursor } };
        const page = await exchange(call, readAs(auditBody));
        yield* page.data.map(readEntry);
        cursor = page.next_cursor;
      }
    },
  };
}

function readEntry({ id, at, actor, action, target, status, request_id }: WireEntry): AuditEntry {
  return { id, at: new Date(at), actor, action, target: target ?? undefined, status, requestId: request_id ?? undefined };
}
