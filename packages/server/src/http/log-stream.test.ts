import { once } from 'node:events';
import { createServer } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import express, { type Response } from 'express';
import { expect, it } from 'vitest';
import { makeOperation } from '../testing/make-operation.ts';
import type { TailListener } from '../use-cases/operation-tail.ts';
import { streamOperations } from './log-stream.ts';

it('A reader that does not keep up costs little memory, is told how much it missed, and is let go when it leaves.', async () => {
  const listeners = new Set<TailListener>();
  const subscribe = (listener: TailListener) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  };
  const operationTail = { subscribe, close: () => undefined };
  let answer: Response | undefined;
  const server = createServer(
    express().get('/', (_request, response) => {
      answer = response;
      streamOperations({ operationTail }, {}, { response }, () => Promise.resolve(true));
    }),
  ).listen(0, '127.0.0.1');
  await once(server, 'listening');

  const reader = connect((server.address() as AddressInfo).port, '127.0.0.1');
  reader.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n');
  reader.pause();
  await expect.poll(() => listeners.size).toBe(1);
  const [listener] = listeners;
  for (let round = 0; round < 400; round += 1) {
    for (let index = 0; index < 100; index += 1) listener!.onOperation({ ...makeOperation(), rowId: round * 100 + index });
    await new Promise((resolve) => setImmediate(resolve));
  }
  expect(answer!.writableLength).toBeLessThan(200_000);

  let text = '';
  reader.on('data', (chunk) => (text += chunk.toString()));
  reader.resume();
  await expect.poll(() => text).toContain('event: skipped');
  const missed = Number(/event: skipped\ndata: \{"count":(\d+)\}/.exec(text)?.[1]);
  const told = text.match(/event: operation\n/g)?.length ?? 0;
  expect(missed + told).toBe(40_000);

  reader.destroy();
  await expect.poll(() => listeners.size).toBe(0);
  server.close();
});
