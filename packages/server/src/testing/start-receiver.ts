import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { Webhook } from 'standardwebhooks';

/** One request that a receiver got. */
export interface ReceivedPost {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  /** The parsed body. */
  // oxlint-disable-next-line no-explicit-any -- a test says what it expects of it.
  readonly event: any;
  /** Verifies it with the published library of Standard Webhooks, as a receiver does. Throws when it is not genuine. */
  verify(secret: string): unknown;
}

/** A receiver of webhooks. */
export interface TestReceiver {
  readonly url: string;
  /** What came, in order. */
  readonly posts: ReceivedPost[];
  /** Resolves when so many have come. */
  received(count: number): Promise<readonly ReceivedPost[]>;
  /** Answers from now on. @default 204 */
  answer: (response: ServerResponse, post: ReceivedPost) => void;
  close(): Promise<void>;
}

/** Starts a receiver on a free port. */
export async function startReceiver(): Promise<TestReceiver> {
  const posts: ReceivedPost[] = [];
  let waiting: (() => void)[] = [];
  const server = createServer(async (request, response) => {
    const body = await text(request);
    const headers = request.headers;
    const verify = (secret: string): unknown =>
      // oxlint-disable-next-line no-unsafe-type-assertion -- the library takes what Node.js gives.
      new Webhook(secret).verify(body, headers as Record<string, string>);
    const post = { path: request.url ?? '', headers, body, event: JSON.parse(body), verify };
    posts.push(post);
    receiver.answer(response, post);
    for (const look of waiting) look();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');

  const receiver: TestReceiver = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    posts,
    answer: (response) => void response.writeHead(204).end(),
    received: (count) =>
      new Promise((resolve) => {
        const look = (): void => {
          if (posts.length < count) return;
          waiting = waiting.filter((other) => other !== look);
          resolve(posts);
        };
        waiting.push(look);
        look();
      }),
    async close() {
      server.close();
      server.closeAllConnections();
    },
  };
  return receiver;
}
