import type { Connection } from '../api/connection.ts';
import type { ProgressReport } from '../api/progress.ts';
import type { OfferedIntegration } from '../api/session.ts';
import type { SignInWindow } from '../flow/flow.ts';
import type { Explanation } from './explanation.ts';

/** One step of an attempt, with the words for it. */
export interface ProgressStep {
  readonly step: ProgressReport['step'];
  readonly state: ProgressReport['state'] | 'pending';
  /** For example `Environment found`. */
  readonly text: string;
}

/**
 * Where the person stands. Look at `name` first; a later version may add names.
 *
 * Security: nothing that was typed is in it.
 */
export type ConnectState =
  /** The server is asked what may be connected. */
  | { readonly name: 'loading' }
  /** The session allows several integrations: call `choose` with the id of one. */
  | { readonly name: 'choosing'; readonly integrations: readonly OfferedIntegration[] }
  /** There is no form. `retry` asks again where `explanation.retryable`. */
  | { readonly name: 'unavailable'; readonly explanation: Explanation }
  /** The form can be filled in. `explanation` tells why the last attempt failed. */
  | { readonly name: 'editing'; readonly integrationId: string; readonly explanation: Explanation | undefined }
  /** An attempt runs. `progress` holds all steps in order, and nothing before the first one has begun. */
  | { readonly name: 'submitting'; readonly integrationId: string; readonly progress: readonly ProgressStep[] }
  /**
   * The person signs in to the provider. `checking`: what they entered is checked. `open`: in a window of its own. `blocked`: the browser did
   * not open one; call `reopen` in a click. `closed`: it seems to be closed; a result that comes late still counts.
   */
  | {
      readonly name: 'authorizing';
      readonly integrationId: string;
      readonly window: SignInWindow;
      /** What must stand among the redirect URIs of the application; `undefined` until the server has said it. */
      readonly redirectUri: string | undefined;
    }
  /** The connection works. `notices` says what was put right on the way, one sentence each. */
  | { readonly name: 'connected'; readonly integrationId: string; readonly connection: Connection; readonly notices: readonly string[] };
