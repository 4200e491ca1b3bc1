import { expect, it } from 'vitest';
import { readEvents, type ServerEvent } from './read-events.ts';

const LONG_MS = 60_000;

/** A stream of these texts, byte by byte as they are cut here, that then ends, breaks off, or goes on in silence. */
function stream(chunks: readonly (string | Uint8Array)[], end: 'ends' | 'stays' | Error = 'ends') {
  let left = false;
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(typeof chunk === 'string' ? new TextEncoder().encode(chunk) : chunk);
      if (end === 'ends') controller.close();
      else if (end !== 'stays') controller.error(end);
    },
    cancel: () => void (left = true),
  });
  return { body, wasLeft: () => left };
}

async function readAll(chunks: readonly (string | Uint8Array)[]): Promise<readonly ServerEvent[]> {
  const events: ServerEvent[] = [];
  for await (const event of readEvents(stream(chunks).body, LONG_MS)) events.push(event);
  return events;
}

it('Events are read however the network cuts them, and comments are none.', async () => {
  const text = ':\n\nevent: operation\ndata: {"name":"Ada ü"}\n\n: still here\n\nevent: skipped\ndata: {"count":2}\n\n';
  const expected = [
    { name: 'operation', data: '{"name":"Ada ü"}' },
    { name: 'skipped', data: '{"count":2}' },
  ];
  expect(await readAll([text])).toEqual(expected);
  expect(await readAll(Array.from(new TextEncoder().encode(text), (byte) => Uint8Array.of(byte)))).toEqual(expected);
  expect(await readAll([text.replaceAll('\n', '\r\n')])).toEqual(expected);
});

it('An event may have several lines of data and no name; one that is not whole is none.', async () => {
  expect(await readAll(['data: a\ndata:b\n\nevent: operation\n\ndata: cut off'])).toEqual([{ name: 'message', data: 'a\nb' }]);
});

it('Whoever leaves the loop closes the stream.', async () => {
  const { body, wasLeft } = stream(['data: a\n\n'], 'stays');
  for await (const { data } of readEvents(body, LONG_MS)) {
    expect(data).toBe('a');
    break;
  }
  expect(wasLeft()).toBe(true);
});

it('A stream that breaks off says why, and one that falls silent is closed.', async () => {
  const reason = new TypeError('terminated');
  await expect(readEvents(stream([], reason).body, LONG_MS).next()).rejects.toMatchObject({ code: 'unreachable', cause: reason });
  const silent = stream([], 'stays');
  await expect(readEvents(silent.body, 5).next()).rejects.toMatchObject({ code: 'timeout', retryable: true });
  expect(silent.wasLeft()).toBe(true);
});
