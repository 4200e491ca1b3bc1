import { expect, test } from 'vitest';
import { checkRegions } from './check-regions.ts';

const NOW = Date.parse('2026-03-04T05:06:07.000Z');

const urlOf = (input: string | URL | Request): string => (input instanceof Request ? input.url : input.toString());

/** Regions whose clocks are apart from ours, by host; one that is left out cannot be reached. */
function answering(behindMs: Readonly<Record<string, number>>): typeof fetch {
  return (input) => {
    const { host } = new URL(urlOf(input));
    const behind = behindMs[host];
    if (behind === undefined)
      return Promise.reject(new TypeError('fetch failed', { cause: Object.assign(new Error('no'), { code: 'ENOTFOUND' }) }));
    return Promise.resolve(new Response('{}', { status: 404, headers: { date: new Date(NOW - behind).toUTCString() } }));
  };
}

const hosts = ['com', 'ca', 'eu', 'com.au', 'sg', 'asia'].map((tld) => `auth.pingone.${tld}`);
const all = (behindMs: number): typeof fetch => answering(Object.fromEntries(hosts.map((host) => [host, behindMs])));
const check = (fetch: typeof globalThis.fetch) => checkRegions({ providerHosts: {}, fetch, now: () => NOW });

test('every region is asked once, for an environment that does not exist, and any answer counts', async () => {
  const asked: string[] = [];
  const findings = await check((input, init) => {
    asked.push(urlOf(input));
    return all(0)(input, init);
  });
  expect(asked.map((url) => url.replace(/[0-9a-f-]{36}/, '{id}'))).toEqual(
    hosts.map((host) => `https://${host}/{id}/as/.well-known/openid-configuration`),
  );
  expect(findings.map(({ state }) => state)).toEqual(Array(7).fill('ok'));
});

test('a region that cannot be reached is a warning with its host, and the others still tell the time', async () => {
  const findings = await check(answering({ 'auth.pingone.eu': 0 }));
  expect(findings.find((finding) => finding.check === 'region EU')?.state).toBe('ok');
  expect(findings.find((finding) => finding.check === 'region CA')).toMatchObject({
    state: 'warning',
    message: 'Canada: auth.pingone.ca cannot be reached (ENOTFOUND).',
    remedy: expect.stringContaining('auth.pingone.ca'),
  });
  expect(findings.at(-1)).toMatchObject({ check: 'clock', state: 'ok' });
});

test.each([
  [2_000, 'ok', 'agrees'],
  [10_000, 'warning', '10 s ahead of'],
  [-10_000, 'warning', '10 s behind'],
  [90_000, 'failed', '90 s ahead of'],
])('a clock that is %i ms ahead is %s', async (behindMs, state, said) => {
  expect((await check(all(behindMs))).at(-1)).toMatchObject({ check: 'clock', state, message: expect.stringContaining(said) });
});

test('one region with a wrong clock does not make ours wrong', async () => {
  const behindMs = Object.fromEntries(hosts.map((host) => [host, 0]));
  expect((await check(answering({ ...behindMs, 'auth.pingone.eu': 500_000 }))).at(-1)?.state).toBe('ok');
});

test('when no region answers, the clock cannot be judged', async () => {
  expect((await check(answering({}))).at(-1)).toMatchObject({ check: 'clock', state: 'failed' });
});
