import type { ConnectionStatus } from '@latchkey/protocol';

/** How many connections agree in all of this. */
export interface ConnectionCount {
  readonly integrationId: string;
  readonly status: ConnectionStatus;
  /** `undefined` for a connection whose environment is not known. */
  readonly region: string | undefined;
  /** The keys that sealed their credential and their token set. */
  readonly credentialKeyId: string;
  readonly tokenSetKeyId: string;
  readonly count: number;
}

/** How many operations started in a span of time, ended in one way, and took about as long. */
export interface OperationCount {
  /** When the span begins. */
  readonly startedAt: Date;
  readonly failed: boolean;
  /** @see {@link classifyDuration} */
  readonly durationClass: number;
  readonly count: number;
}

/** Counts what the console shows. */
export interface CountStore {
  /** Counts all connections. The time that it takes grows with their number: a quarter of a second for a million, so callers remember it. */
  countAllConnections(): Promise<readonly ConnectionCount[]>;

  /**
   * Counts the operations that started in a span of time and have ended, in steps. What the request log no longer keeps is counted too, as long as
   * it would be kept for its age; its gaps and deliveries of webhooks are not.
   *
   * @param span.from Taken down to a whole step, as moments are counted from 1970-01-01 UTC.
   * @param span.stepMs A multiple of five minutes.
   */
  countOperations(span: { readonly from: Date; readonly to: Date; readonly stepMs: number }): Promise<readonly OperationCount[]>;
}
