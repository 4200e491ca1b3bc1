import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openWorkplace, type Workplace } from '../testing/run-latchkey.ts';

// Each call is a process of its own, which takes its time where many tests run at once.
vi.setConfig({ testTimeout: 60_000 });

let workplace: Workplace;

beforeEach(() => {
  workplace = openWorkplace();
});

afterEach(() => workplace.remove());

const kept = (): string[] => readFileSync(join(workplace.path, 'latchkey-data/encryption-keys'), 'utf8').trim().split('\n');

/** Seals the secret of a webhook, which is the value that needs no provider. */
async function sealSomething(): Promise<void> {
  const serving = await workplace.serve();
  const [key] = /latchkey_sk_\S+/.exec(serving.welcome) ?? [];
  const answer = await fetch(`${serving.url}/webhooks`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify({ url: 'https://app.example.com/hooks' }),
  });
  expect(answer.status).toBe(201);
  await serving.stop();
}

test('a key of the data folder is replaced: a new one first, then everything sealed with it, and then the old one can go', async () => {
  await sealSomething();
  const [first] = kept();
  expect(await workplace.run(['encryption-keys', 'add'])).toMatchObject({ code: 0, stdout: '' });
  expect(kept()).toHaveLength(2);
  expect(kept()[1]).toBe(first);

  const rotated = await workplace.run(['encryption-keys', 'rotate']);
  expect(rotated.code).toBe(0);
  expect(rotated.stdout).toMatch(/\tseals\t[1-9]\d* sealed values\n/);
  expect(rotated.stdout).toMatch(/\topens\t0 sealed values\n/);

  const keyAlone = { LATCHKEY_ENCRYPTION_KEYS: kept()[0]! };
  const found = await workplace.run(['doctor', '--json'], keyAlone);
  expect(JSON.parse(found.stdout)).toContainEqual({ check: 'encryption keys', state: 'ok', message: 'They open what is stored.' });
});

test('the doctor tells of values whose key is gone, and of those that an older key sealed', async () => {
  await sealSomething();
  const foreign = (await workplace.run(['encryption-keys', 'generate'])).stdout.trim();
  const about = async (keys: string): Promise<unknown> => {
    const findings: { check: string; state: string }[] = JSON.parse(
      (await workplace.run(['doctor', '--json'], { LATCHKEY_ENCRYPTION_KEYS: keys })).stdout,
    );
    return findings.find(({ check }) => check === 'encryption keys')?.state;
  };
  expect(await about(foreign)).toBe('failed');
  expect(await about(`${foreign},${kept()[0]}`)).toBe('warning');
});

test('no key is added where the first start kept none, or where settings give them', async () => {
  expect(await workplace.run(['encryption-keys', 'add'])).toMatchObject({ code: 1, stderr: expect.stringContaining('has no key yet') });
  const { stdout } = await workplace.run(['encryption-keys', 'generate']);
  expect(stdout).toMatch(/^latchkey_ek_[\w-]{43}\n$/);
  const given = { LATCHKEY_ENCRYPTION_KEYS: stdout.trim() };
  expect(await workplace.run(['encryption-keys', 'add'], given)).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('put it first there'),
  });
});
