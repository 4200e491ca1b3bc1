import type { auditActorKinds } from '@latchkey/protocol';

/** Who did something. */
export interface AuditActor {
  readonly kind: (typeof auditActorKinds)[number];
  /** `undefined` for the host's own process, and for who is not known. */
  readonly id: string | undefined;
  readonly name: string;
}

/** Something that was done, or tried, that is no mere reading. */
export interface AuditEntry {
  readonly at: Date;
  readonly actor: AuditActor;
  /** Method and path of the route. */
  readonly action: string;
  /** What the path names. */
  readonly target: string | undefined;
  /** HTTP status of the answer. */
  readonly status: number;
  readonly requestId: string | undefined;
}
