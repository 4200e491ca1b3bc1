import { progressStates, progressSteps, type ProgressEvent } from '@latchkey/protocol';
import { isRecord } from './read-json.ts';

/** One step of a connect attempt that began, ended or waits. */
export type ProgressReport = Extract<ProgressEvent, { type: 'progress' }>;

/** One line of a streamed answer. */
export type StreamEvent = ProgressReport | { readonly type: 'result'; readonly status: number; readonly body: unknown };

/** Reads one line; `undefined` when it is no event that is known here, so that a newer server may send more kinds. */
export function readStreamEvent(line: string): StreamEvent | undefined {
  let event: unknown;
  try {
    event = JSON.parse(line);
  } catch {
    return undefined;
  }
  if (!isRecord(event)) return undefined;
  if (event['type'] === 'result' && typeof event['status'] === 'number')
    return { type: 'result', status: event['status'], body: event['body'] };
  const step = progressSteps.find((name) => name === event['step']);
  const state = progressStates.find((name) => name === event['state']);
  return event['type'] === 'progress' && step && state ? { type: 'progress', step, state } : undefined;
}
