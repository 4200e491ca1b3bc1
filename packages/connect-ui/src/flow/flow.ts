import type { Connection } from '../api/connection.ts';
import type { Failure } from '../api/failure.ts';
import type { ProgressReport } from '../api/progress.ts';

/** How far each step of an attempt is; a step that has not begun is absent. */
export type Progress = { readonly [Step in ProgressReport['step']]?: ProgressReport['state'] };

/** What is known of the window in which the person signs in. */
export type SignInWindow = 'checking' | 'open' | 'blocked' | 'closed';

/** Where the person stands, once it is known which integration they connect. */
export type FlowState =
  | { readonly name: 'editing'; readonly failure?: Failure }
  | { readonly name: 'submitting'; readonly progress: Progress }
  | { readonly name: 'authorizing'; readonly window: SignInWindow; readonly redirectUri: string | undefined }
  | { readonly name: 'connected'; readonly connection: Connection };

/** What moves the flow on. */
export type FlowAction =
  | { readonly type: 'submitted' }
  | { readonly type: 'progressed'; readonly report: ProgressReport }
  | { readonly type: 'authorizing'; readonly window: SignInWindow; readonly redirectUri: string | undefined }
  | { readonly type: 'failed'; readonly failure: Failure }
  | { readonly type: 'connected'; readonly connection: Connection }
  | { readonly type: 'edited'; readonly field: string }
  | { readonly type: 'restarted' };

/** The state in which the form is first shown. */
export const initialFlow: FlowState = { name: 'editing' };

/** Moves the flow on. What does not fit the state, such as progress after the end, leaves it as it is. */
export function reduceFlow(state: FlowState, action: FlowAction): FlowState {
  if (action.type === 'restarted') return initialFlow;
  if (state.name === 'connected') return state;
  if (action.type === 'failed') return { name: 'editing', failure: action.failure };
  if (state.name === 'editing') {
    if (action.type === 'submitted') return { name: 'submitting', progress: {} };
    return action.type === 'edited' && concerns(state.failure, action.field) ? initialFlow : state;
  }
  if (action.type === 'authorizing') return { name: 'authorizing', window: action.window, redirectUri: action.redirectUri };
  if (action.type === 'connected') return { name: 'connected', connection: action.connection };
  return action.type === 'progressed' && state.name === 'submitting'
    ? { ...state, progress: { ...state.progress, [action.report.step]: action.report.state } }
    : state;
}

/** Whether changing a field may cure a failure: any change may cure one that names no field. */
function concerns(failure: Failure | undefined, field: string): boolean {
  return failure !== undefined && [failure.field ?? field, ...(failure.swap ?? [])].includes(field);
}
