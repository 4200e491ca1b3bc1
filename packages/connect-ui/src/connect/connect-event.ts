import type { ProgressReport } from '../api/progress.ts';
import type { SignInWindow } from '../flow/flow.ts';

/**
 * What happened in the component, for the host's own analytics. Latchkey sends it nowhere.
 *
 * Security: every payload is a name, a code or an id that the data or the server chose. None can hold what was typed.
 */
export type ConnectEvent =
  | { readonly type: 'form_shown'; readonly integrationId: string }
  | { readonly type: 'guide_opened'; readonly step: string | undefined }
  | { readonly type: 'values_recognised'; readonly fields: readonly string[] }
  | { readonly type: 'region_found'; readonly region: string; readonly corrected: boolean }
  | { readonly type: 'environment_unknown' }
  | { readonly type: 'input_rejected'; readonly fields: readonly string[] }
  | { readonly type: 'submitted'; readonly integrationId: string }
  | { readonly type: 'progressed'; readonly step: ProgressReport['step']; readonly state: ProgressReport['state'] }
  | { readonly type: 'window_changed'; readonly window: SignInWindow }
  | { readonly type: 'cancelled' }
  | { readonly type: 'failed'; readonly code: string; readonly field: string | undefined }
  | { readonly type: 'connected'; readonly integrationId: string; readonly connectionId: string };
