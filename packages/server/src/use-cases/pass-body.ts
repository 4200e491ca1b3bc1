import type { Writable } from 'node:stream';
import type { Dispatcher } from 'undici';
import type { Timer } from '../clock.ts';

/** A body on its way to whoever asked. */
export interface PassedBody {
  write(chunk: Buffer): void;
  end(): void;
}

/** How long the caller may leave unread what has come, in milliseconds. */
const STALLED_TIMEOUT_MS = 60_000;

/** A body that has come whole, of at most so many bytes, leaves in one piece with its head: one write, which wakes the caller once. */
const MAX_WHOLE_BYTES = 16_384;

/**
 * Passes a body on, no faster than it is read.
 *
 * A caller that does not read on for too long is taken for gone: where the body goes is destroyed.
 *
 * @param controller Of the answer whose body it is.
 */
export function passBody(sink: Writable, controller: Dispatcher.DispatchController, timer: Timer): PassedBody {
  let begun = false;
  /** The beginning, until it is known whether the end has come with it. */
  let held: Buffer | undefined;

  const pass = (chunk: Buffer): void => {
    if (sink.write(chunk)) return;
    controller.pause();
    // Who stops reading keeps a place among the calls of the connection, and no other limit ends that.
    const stopWaiting = timer(STALLED_TIMEOUT_MS, () => sink.destroy());
    sink.once('drain', () => {
      stopWaiting();
      controller.resume();
    });
  };
  const passHeld = (): void => {
    if (held === undefined) return;
    const chunk = held;
    held = undefined;
    pass(chunk);
  };

  return {
    write(chunk) {
      if (begun || chunk.length > MAX_WHOLE_BYTES) {
        passHeld();
        pass(chunk);
      } else {
        held = chunk;
        queueMicrotask(passHeld);
      }
      begun = true;
    },
    end() {
      if (held === undefined) sink.end();
      // Only a text joins the head; this encoding has one sign for each byte.
      else sink.end(held.toString('latin1'), 'latin1');
      held = undefined;
    },
  };
}
