import { readStreamEvent, type StreamEvent } from './progress.ts';

/** Longest line that is taken, in characters: a result is a few hundred. */
const MAX_LINE_LENGTH = 100_000;

/** Reads a streamed answer, one JSON value a line. Ends where the stream ends, in the middle of a line too. */
export async function* readStream(body: ReadableStream<Uint8Array>): AsyncGenerator<StreamEvent> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      const lines = (rest + decoder.decode(value, { stream: !done })).split('\n');
      rest = done ? '' : (lines.pop() ?? '');
      for (const line of lines) {
        const event = readStreamEvent(line);
        if (event) yield event;
      }
      if (done || rest.length > MAX_LINE_LENGTH) return;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
