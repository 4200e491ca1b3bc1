import { PROGRESS_MEDIA_TYPE } from '@latchkey/protocol';
import type { Response } from 'express';
import type { OnProgress } from '../use-cases/check-client-credentials.ts';

/** An answer that tells how the work goes while it goes. */
export interface ProgressStream {
  /** Whether the status was sent: from then on the outcome can only be told in the stream. */
  readonly begun: () => boolean;
  readonly onProgress: OnProgress;
  /** Writes the outcome and ends the answer. */
  readonly end: (status: number, body: unknown) => void;
}

/** Creates a stream of JSON values, one a line. It begins with the first progress, and says nothing to a caller that went away. */
export function createProgressStream(response: Response): ProgressStream {
  const write = (event: Readonly<Record<string, unknown>>): void => {
    if (response.destroyed) return;
    if (!response.headersSent) {
      response.status(200);
      response.setHeader('Content-Type', PROGRESS_MEDIA_TYPE);
      // A proxy that compresses or buffers would keep the progress until it is over.
      response.setHeader('Cache-Control', 'no-store, no-transform');
      response.setHeader('X-Accel-Buffering', 'no');
    }
    response.write(`${JSON.stringify(event)}\n`);
  };
  let begun = false;
  return {
    begun: () => begun,
    onProgress: (step, state) => {
      begun = true;
      write({ type: 'progress', step, state });
    },
    end: (status, body) => {
      write({ type: 'result', status, body });
      response.end();
    },
  };
}
