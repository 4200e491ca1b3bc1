import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import express from 'express';

// The backend of a page that loads Latchkey's script from another origin, which names this page's in its allowed origins.
const latchkeyUrl = process.env['LATCHKEY_URL'] ?? 'http://localhost:4500/latchkey';
const secretKey = process.env['LATCHKEY_SECRET_KEY'] ?? '';
const port = Number(process.env['PORT'] ?? 4510);

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const page = readFileSync(here('index.html'), 'utf8').replaceAll('{LATCHKEY_URL}', latchkeyUrl);
const { origin } = new URL(latchkeyUrl);

const app = express();
app.get('/', (_request, response) => {
  response.setHeader(
    'Content-Security-Policy',
    `default-src 'self'; script-src 'self' ${origin}; style-src ${origin}; connect-src 'self' ${origin}`,
  );
  response.type('html').send(page);
});
app.get('/page.js', (_request, response) => response.sendFile(here('page.js')));
app.post('/connect-session', async (_request, response) => {
  const answer = await fetch(`${latchkeyUrl}/connect/sessions`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${secretKey}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ end_user: { id: 'the user who is logged in' } }),
  });
  const { data } = await answer.json();
  response.json({ token: data.token });
});
const server = app.listen(port, '127.0.0.1', () => {
  const address = server.address();
  process.stdout.write(`http://localhost:${typeof address === 'object' ? address?.port : port}\n`);
});
