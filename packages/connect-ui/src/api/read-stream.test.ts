import { describe, expect, it } from 'vitest';
import type { StreamEvent } from './progress.ts';
import { readStream } from './read-stream.ts';

async function read(chunks: readonly (string | Uint8Array)[]): Promise<StreamEvent[]> {
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(typeof chunk === 'string' ? encoder.encode(chunk) : chunk);
      controller.close();
    },
  });
  const events: StreamEvent[] = [];
  for await (const event of readStream(body)) events.push(event);
  return events;
}

const progress = '{"type":"progress","step":"environment","state":"done"}';

describe('reading a streamed answer', () => {
  it('joins lines that arrive in pieces', async () => {
    expect(await read([progress.slice(0, 20), `${progress.slice(20)}\n${progress}`, '\n'])).toHaveLength(2);
  });

  it('joins characters that arrive in pieces', async () => {
    const bytes = new TextEncoder().encode('{"type":"result","status":201,"body":"Zürich"}\n');
    const cut = bytes.indexOf(0xc3) + 1;
    expect(await read([bytes.slice(0, cut), bytes.slice(cut)])).toEqual([{ type: 'result', status: 201, body: 'Zürich' }]);
  });

  it('reads a last line that no line break ends', async () => {
    expect(await read([progress])).toEqual([{ type: 'progress', step: 'environment', state: 'done' }]);
  });

  it('skips empty lines, what is not JSON and kinds that it does not know', async () => {
    expect(await read(['\n<html>\n{"type":"news"}\n{"type":"progress","step":"dance","state":"done"}\nnull\n', progress])).toHaveLength(1);
  });

  it('gives up on a line that never ends', async () => {
    expect(await read(['x'.repeat(200_000), `\n${progress}\n`])).toEqual([]);
  });
});
