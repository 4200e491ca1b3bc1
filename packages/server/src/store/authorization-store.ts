import type { Authorization, AuthorizationOutcome } from '../core/authorization.ts';

/** The browser that spends a ticket. */
export interface AuthorizationBinding {
  /** SHA-256 of its cookie. */
  readonly bindingHash: string;
  readonly inPopup: boolean;
}

/** Keeps attempts to sign in. Rules as in `store.ts`. */
export interface AuthorizationStore {
  /** Adds an attempt. Its id and hashes must be new. */
  insertAuthorization(authorization: Authorization): Promise<void>;

  /** Finds an attempt by its id, whatever became of it. There is none under an id that cannot be stored. */
  findAuthorization(authorizationId: string): Promise<Authorization | undefined>;

  /** Finds an attempt by the SHA-256 of its state, whatever became of it. */
  findAuthorizationByState(stateHash: string): Promise<Authorization | undefined>;

  /**
   * Spends a ticket: binds its attempt to the browser that has it. Of any number of callers, in whatever processes, one gets it.
   *
   * @returns The attempt as it is now, or `undefined` when no attempt has the ticket, it was spent before, or the attempt expired at `now` or
   *   before; then nothing has changed.
   */
  spendTicket(ticketHash: string, binding: AuthorizationBinding, now: Date): Promise<Authorization | undefined>;

  /**
   * Claims an attempt for one callback. Of any number of callers, in whatever processes, one gets it.
   *
   * @returns The attempt as it is now, or `undefined` when it is not there, not bound, claimed before, or expired at `now` or before; then
   *   nothing has changed.
   */
  claimAuthorization(authorizationId: string, now: Date): Promise<Authorization | undefined>;

  /** Keeps what came of an attempt, and removes its sealed secrets. The first outcome stays: resolves to whether this is it. */
  settleAuthorization(authorizationId: string, outcome: AuthorizationOutcome): Promise<boolean>;

  /** Removes attempts that expired before a moment. Resolves to how many. */
  deleteAuthorizationsExpiredBefore(moment: Date): Promise<number>;
}
