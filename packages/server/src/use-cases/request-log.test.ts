import { beforeEach, describe, expect, it } from 'vitest';
import type { LoggedOperation } from '../core/operation.ts';
import { readWrittenMessages, readWrittenOperation } from '../core/written-operation.ts';
import { connectError } from '../errors.ts';
import type { Send } from '../oauth/send.ts';
import { createTestClock, type TestClock } from '../testing/test-clock.ts';
import { recordSends } from './record-sends.ts';
import { createOperationQueue } from './operation-queue.ts';
import { BACKGROUND, createRequestLog, createSilentLog, type RequestLog } from './request-log.ts';

let clock: TestClock;
let log: RequestLog;
let send: Send;
let take: () => readonly LoggedOperation[];

beforeEach(() => {
  clock = createTestClock();
  const queue = createOperationQueue();
  take = () =>
    queue.take(100).map((written) => Object.assign(readWrittenOperation(written), { messages: readWrittenMessages(written.messages) }));
  log = createRequestLog({ clock, queue });
  const answer: Send = async ({ url }) => {
    clock.advance(10);
    return url.endsWith('/none')
      ? { transport: 'timeout' }
      : { status: 200, headers: new Headers({ 'content-type': 'a/b' }), body: 'secret' };
  };
  send = recordSends(answer, { requestLog: log, clock });
});

const get = (path: string) => send({ method: 'GET', url: `https://api.example${path}`, headers: { authorization: 'Bearer x' } });

describe('An operation', () => {
  it('has what is sent in it, in the order in which it ended, and who had it done', async () => {
    const caller = { type: 'secret_key', id: 'key-1', name: 'Production' } as const;
    const result = await log.withCaller({ caller, requestId: 'r-1' }, () =>
      log.run({ type: 'check', connectionId: 'c-1' }, async (operation) => {
        await Promise.all([get('/one'), get('/none')]);
        operation.describe({ endUserId: 'ada' });
        return 'done';
      }),
    );
    expect(result).toBe('done');
    expect(take()).toMatchObject([
      {
        type: 'check',
        status: 'success',
        connectionId: 'c-1',
        endUserId: 'ada',
        caller,
        requestId: 'r-1',
        messageCount: 2,
        messages: [
          { url: 'https://api.example/one', status: 200, responseBytes: 6, requestHeaders: [['authorization', undefined]] },
          { url: 'https://api.example/none', failure: 'timeout' },
        ],
      },
    ]);
  });

  it('inside another one is one of its own, and what is sent belongs to the innermost', async () => {
    await log.run({ type: 'proxy' }, async () => {
      await get('/outer');
      await log.run({ type: 'refresh' }, () => get('/inner'));
      await get('/outer');
    });
    await get('/outside');
    expect(take().map(({ type, messages }) => [type, messages.map(({ url }) => url.slice(20))])).toEqual([
      ['refresh', ['inner']],
      ['proxy', ['outer', 'outer']],
    ]);
  });

  it('has failed when its work throws, for the reason that a caller is told; and when it is told so', async () => {
    const refused = connectError('unknown_connection', { correlationId: 'c-1' });
    await expect(log.run({ type: 'check' }, () => Promise.reject(refused))).rejects.toBe(refused);
    await expect(log.run({ type: 'check' }, () => Promise.reject(new Error('canary')))).rejects.toThrow('canary');
    await expect(log.run({ type: 'proxy' }, () => Promise.reject(new DOMException('canary', 'AbortError')))).rejects.toThrow('canary');
    await log.run({ type: 'proxy' }, async (operation) => operation.fail({ code: 'http_404', message: 'No.' }));
    const operations = take();
    expect(operations.map(({ status, error }) => [status, error?.code])).toEqual([
      ['failed', 'unknown_connection'],
      ['failed', 'server_error'],
      ['failed', 'caller_gone'],
      ['failed', 'http_404'],
    ]);
    expect(operations[0]?.error).toMatchObject({ message: refused.message, remedy: refused.remedy, correlationId: 'c-1' });
    expect(JSON.stringify(operations)).not.toContain('canary');
  });

  it('that lasts is told of while it runs, once, and again when it has ended', async () => {
    let end = (): void => undefined;
    const running = log.withCaller(BACKGROUND, () => log.run({ type: 'proxy' }, () => new Promise<void>((resolve) => (end = resolve))));
    log.announceRunning();
    expect(take()).toEqual([]);
    clock.advance(2000);
    log.announceRunning();
    log.announceRunning();
    const [first, ...others] = take();
    expect([first?.status, first?.endedAt, others]).toEqual(['running', undefined, []]);
    end();
    await running;
    expect(take()).toMatchObject([{ operationId: first?.operationId, status: 'success', caller: { type: 'background' } }]);
  });

  it('keeps the first of very many messages, and counts all', async () => {
    await log.run({ type: 'check' }, async () => {
      for (let index = 0; index < 70; index += 1) await get(`/n${index}`);
    });
    const [operation] = take();
    expect([operation?.messages.length, operation?.messageCount, operation?.lastMessage?.url]).toEqual([50, 70, 'https://api.example/n69']);
  });

  it('leaves ids as they can be stored', async () => {
    await log.run({ type: 'check', connectionId: `a\0${'x'.repeat(300)}`, endUserId: '\ud800' }, async () => undefined);
    expect(take()[0]).toMatchObject({ connectionId: `a\u{FFFD}${'x'.repeat(253)}`, endUserId: '\u{FFFD}' });
  });
});

it('A log that keeps nothing does the work all the same.', async () => {
  const silent = createSilentLog();
  expect(await silent.withCaller(BACKGROUND, () => silent.run({ type: 'check' }, async ({ operationId }) => `${operationId}done`))).toBe(
    'done',
  );
  expect(silent.current()).toBeUndefined();
});
