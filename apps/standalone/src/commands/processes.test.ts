import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { startPostgres, type TestPostgres } from '../../../../packages/server/src/testing/start-postgres.ts';
import { openWorkplace, type Workplace } from '../testing/run-latchkey.ts';

// Each call is a process of its own, which takes its time where many tests run at once.
vi.setConfig({ testTimeout: 60_000 });

let postgres: TestPostgres;
let workplace: Workplace;

beforeAll(async () => {
  postgres = await startPostgres();
}, 60_000);

afterAll(() => postgres.stop());

beforeEach(() => {
  workplace = openWorkplace();
});

afterEach(() => workplace.remove());

test(
  'several processes start at once on an empty PostgreSQL, and a key and a session of one are good for the other',
  { timeout: 60_000 },
  async () => {
    const password = 'correct horse battery';
    const environment = {
      LATCHKEY_DATABASE_URL: postgres.urlOf('postgres'),
      LATCHKEY_ENCRYPTION_KEYS: (await workplace.run(['encryption-keys', 'generate'])).stdout.trim(),
      LATCHKEY_CONSOLE_PASSWORD: password,
    };
    const [one, other] = await Promise.all([workplace.serve(environment), workplace.serve(environment)]);
    expect(one.welcome + other.welcome).not.toContain('shown this once');

    const made = await workplace.run(['keys', 'create', '--name', 'Backend'], environment);
    for (const { url } of [one, other]) {
      const listed = await fetch(`${url}/connections`, { headers: { authorization: `Bearer ${made.stdout.trim()}` } });
      expect(listed.status).toBe(200);
    }

    const signedIn = await fetch(`${one.url}/console/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: one.url, 'sec-fetch-site': 'same-origin' },
      body: JSON.stringify({ password }),
    });
    const [cookie = ''] = (signedIn.headers.get('set-cookie') ?? '').split(';');
    const seen = await fetch(`${other.url}/console/api/session`, { headers: { cookie } });
    expect(await seen.json()).toMatchObject({ data: { user: { role: 'admin' } } });

    const found = await workplace.run(['doctor', '--json'], environment);
    expect(JSON.parse(found.stdout)).toContainEqual({
      check: 'database',
      state: 'ok',
      message: 'PostgreSQL: it can be written, and is up to date.',
    });
    expect((await one.stop()).code).toBe(0);
    expect((await other.stop()).code).toBe(0);
  },
);
