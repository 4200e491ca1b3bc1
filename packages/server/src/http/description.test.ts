import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApi, type TestApi } from '../testing/start-api.ts';
import { routes } from './routes.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

describe('GET /openapi.json', () => {
  it('describes to anybody the API that is served here', async () => {
    const { status, headers, body } = await api.call('GET', '/openapi.json');
    expect(status).toBe(200);
    expect(headers.get('content-type')).toContain('application/json');
    expect(body.servers).toEqual([{ url: api.url }]);
    expect(Object.keys(body.paths)).toContain('/connections/{connectionId}');
  });

  it.each(['/openapi.json', '/reference'])('says of %s that a copy is still right', async (path) => {
    const first = await api.call('GET', path);
    const again = await api.call('GET', path, { headers: { 'if-none-match': first.headers.get('etag') ?? '' } });
    expect([again.status, again.text]).toEqual([304, '']);
    const other = await api.call('GET', path, { headers: { 'if-none-match': '"another"' } });
    expect([other.status, other.text]).toEqual([200, first.text]);
    expect(first.headers.get('cache-control')).toBe('no-cache');
  });
});

describe('GET /reference', () => {
  it('shows each route, with what it takes and answers, and each error', async () => {
    const { headers, text } = await api.call('GET', '/reference');
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
    for (const { path } of routes) expect(text).toContain(`<code>${path.replaceAll(/:(\w+)/g, '{$1}')}</code>`);
    expect(text).toContain('<code class="name">provider_config_key</code>');
    expect(text).toContain('id="error-unknown_connection"');
  });

  it('leads nowhere inside that is not there', async () => {
    const { text } = await api.call('GET', '/reference');
    const ids = new Set([...text.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
    const targets = [...text.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
    expect(targets.filter((target) => !ids.has(target))).toEqual([]);
    expect(targets.length).toBeGreaterThan(routes.length);
  });

  it('loads and runs nothing: its style alone is let in, by its hash', async () => {
    const { headers, text } = await api.call('GET', '/reference');
    const [, style = ''] = /<style>(.*?)<\/style>/s.exec(text) ?? [];
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain(`style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`);
    expect(policy).not.toContain('unsafe');
    expect(text).not.toMatch(/<script|\ssrc=|\sstyle=|https?:\/\/(?!127\.0\.0\.1)/);
  });
});
