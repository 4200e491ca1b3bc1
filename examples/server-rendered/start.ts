import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createSandbox } from '@latchkey/sandbox';
import { createConnect, generateEncryptionKey, generateSecretKey } from '@latchkey/server';
import express from 'express';
import { build } from 'vite';

// A page that is rendered on the server and lives under the strictest useful policy: no inline script, no inline style, no other host.
const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const configFile = here('vite.config.ts');
await build({ configFile, build: { outDir: here('dist/client'), emptyOutDir: true } });
await build({ configFile, build: { ssr: here('entry-server.tsx'), outDir: here('dist/server'), emptyOutDir: true } });
const { render }: { render: () => string } = await import(here('dist/server/entry-server.js'));

const sandbox = await createSandbox({ port: 0 });
const port = Number(process.env['PORT'] ?? 4700);
const url = `http://localhost:${port}`;
const connect = createConnect({
  publicUrl: `${url}/latchkey`,
  encryptionKeys: [generateEncryptionKey()],
  secretKeys: [generateSecretKey()],
  database: ':memory:',
  integrations: [{ id: 'pingone-cc', provider: 'pingone-cc' }],
  providerHosts: { pingone: sandbox.hosts },
});

const app = express();
app.use('/latchkey', connect.router);
app.use((_request, response, next) => {
  response.setHeader('Content-Security-Policy', "default-src 'self'");
  next();
});
app.post('/session', async (_request, response) => {
  const { data } = await connect.createConnectSession({ end_user: { id: 'visitor' } });
  response.json(data);
});
app.get('/', (_request, response) => {
  response.type('html').send(readFileSync(here('dist/client/index.html'), 'utf8').replace('<!--app-->', render()));
});
app.get('/favicon.ico', (_request, response) => void response.sendStatus(204));
app.use(express.static(here('dist/client')));
const server = app.listen(port, '127.0.0.1', () => {
  process.stdout.write(`${JSON.stringify({ url, environments: sandbox.environments })}\n`);
});

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    server.close();
    server.closeAllConnections();
    void connect.close().then(() => sandbox.close());
  });
}
