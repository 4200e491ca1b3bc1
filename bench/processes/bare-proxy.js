/** The baseline: Express and undici's `stream()`, and nothing else. No authentication, no connection, no token, no log. */
import { createServer } from 'node:http';
import express from 'express';
import { Agent } from 'undici';
import { tellParent } from './tell-parent.js';

const [, , origin] = process.argv;
const agent = new Agent();
const app = express();
app.all('/*path', (request, response) => {
  const { host: _host, connection: _connection, ...headers } = request.headers;
  const hasBody = headers['content-length'] !== undefined || headers['transfer-encoding'] !== undefined;
  return agent.stream({ origin, path: request.url, method: request.method, headers, body: hasBody ? request : null }, (answer) => {
    const { connection: _hop, 'keep-alive': _time, ...received } = answer.headers;
    return response.writeHead(answer.statusCode, received);
  });
});
tellParent(createServer(app));
