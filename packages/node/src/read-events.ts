import { LatchkeyError } from './errors.ts';
import { unreachable } from './exchange.ts';

/** One server-sent event. */
export interface ServerEvent {
  readonly name: string;
  readonly data: string;
}

/**
 * Yields the events of a stream, until it ends. Whoever leaves the loop closes the stream.
 *
 * @param silenceMs How long nothing may come, not even a comment, in milliseconds.
 * @throws {LatchkeyError} `timeout` after that; `unreachable` when the stream breaks off
 * @see [Server-sent events](https://html.spec.whatwg.org/multipage/server-sent-events.html#parsing-an-event-stream)
 */
export async function* readEvents(body: ReadableStream<Uint8Array>, silenceMs: number): AsyncGenerator<ServerEvent, void, undefined> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  try {
    for (;;) {
      const { done, value } = await withinSilence(
        reader.read().catch((error: unknown) => Promise.reject(unreachable(error))),
        silenceMs,
      );
      if (done) return;
      const blocks = (rest + decoder.decode(value, { stream: true })).split(/\r?\n\r?\n/);
      rest = blocks.pop() ?? '';
      yield* blocks.flatMap(readBlock);
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

function readBlock(block: string): readonly ServerEvent[] {
  const lines = block.split(/\r?\n/);
  const valuesOf = (field: string): readonly string[] =>
    lines.filter((line) => line.startsWith(`${field}:`)).map((line) => line.slice(field.length + 1).replace(/^ /, ''));
  const data = valuesOf('data');
  return data.length === 0 ? [] : [{ name: valuesOf('event').at(-1) ?? 'message', data: data.join('\n') }];
}

async function withinSilence<Result>(work: Promise<Result>, silenceMs: number): Promise<Result> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(fellSilent(silenceMs)), silenceMs);
  });
  try {
    return await Promise.race([work, silence]);
  } finally {
    clearTimeout(timer);
  }
}

function fellSilent(silenceMs: number): LatchkeyError {
  return new LatchkeyError('timeout', `Nothing came for ${silenceMs} ms, not even a sign of life.`, {
    remedy: 'Watch again. If it stays so, look whether a proxy in between holds streams back.',
    retryable: true,
  });
}
