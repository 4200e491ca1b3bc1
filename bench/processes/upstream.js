/** What stands for the provider's API: answers at once, and reads whatever it is sent. */
import { createServer } from 'node:http';
import { tellParent } from './tell-parent.js';

const MEGABYTE = Buffer.alloc(1024 * 1024, 'x');
const users = Array.from({ length: 12 }, (_, index) => ({
  id: `00000000-0000-4000-8000-0000000000${index + 10}`,
  username: `user-${index}@example.com`,
  enabled: true,
  lifecycle: { status: 'ACCOUNT_OK' },
  population: { id: '00000000-0000-4000-8000-000000000001' },
}));
const PAGE = Buffer.from(JSON.stringify({ _embedded: { users }, count: users.length, size: users.length }));

const answers = {
  '/users': (_request, response) =>
    response.writeHead(200, { 'Content-Type': 'application/hal+json;charset=UTF-8', 'Content-Length': PAGE.length }).end(PAGE),
  '/megabyte': (_request, response) => response.writeHead(200, { 'Content-Length': MEGABYTE.length }).end(MEGABYTE),
  '/sink': (request, response) => {
    let bytes = 0;
    request.on('data', (chunk) => (bytes += chunk.length));
    request.on('end', () => response.writeHead(bytes === MEGABYTE.length ? 204 : 400).end());
  },
};

const server = createServer((request, response) => {
  const answer = answers[request.url.replace(/^\/com/, '')];
  if (answer === undefined) response.writeHead(403).end();
  else answer(request, response);
});
server.keepAliveTimeout = 60_000;
tellParent(server);
