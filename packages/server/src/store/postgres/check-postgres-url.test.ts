import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { openStore } from '../open-store.ts';

const refusal = { code: 'invalid_option', remedy: expect.stringContaining('percent-encoded') };

function open(database: string): unknown {
  try {
    return openStore({ database });
  } catch (error) {
    return error;
  }
}

test.each([
  'postgres://latchkey:canary/90@127.0.0.1/t',
  'postgres://latchkey:90/canary@127.0.0.1/t',
  'postgres://latchkey:canary#90@127.0.0.1/t',
  'postgres://latchkey:90#canary@127.0.0.1/t',
  'postgres://latchkey:canary?90@127.0.0.1/t',
  'postgres://latchkey:canary@127.0.0.1:port/t',
])('A password with a sign that ends it is refused, and not repeated (%#).', (url) => {
  const error = open(url);
  expect(error).toMatchObject(refusal);
  expect(inspect(error, { depth: 9, showHidden: true })).not.toContain('canary');
});

test('An escape that is no text is refused likewise when the URL is taken apart.', async () => {
  const store = openStore({ database: 'postgres://latchkey:canary%E4@127.0.0.1:1/t' });
  const error: unknown = await store.migrate().catch((caught: unknown) => caught);
  expect(error).toMatchObject(refusal);
  expect(inspect(error, { depth: 9, showHidden: true })).not.toContain('canary');
  await store.close();
});

test.each([
  'postgres://127.0.0.1/t',
  'postgresql://latchkey@[::1]:5432/t?sslmode=require',
  'postgres://latchkey:p%2Fss%23@127.0.0.1/t',
  'postgres://latchkey:100%!@127.0.0.1/t',
  'postgres:///t?host=/run/postgresql&user=ada@acme',
  'postgres://latchkey:pass@/t?host=/run/postgresql',
])('What pg reads is let through: %s', (url) => {
  expect(open(url)).toHaveProperty('migrate');
});
