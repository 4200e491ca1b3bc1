import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Sandbox } from '../create-sandbox.ts';
import { createSandbox } from '../create-sandbox.ts';
import { scenarios } from '../scenarios.ts';
import { askApi } from '../testing/ask-sandbox.ts';
import { html } from './html.ts';

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await createSandbox({ port: 0 });
});

afterAll(() => sandbox.close());

test('the page says what it is, and shows every value and every scenario', async () => {
  sandbox.setScenario('no_roles');
  await askApi(sandbox, 'com', '/v1/environments');
  const response = await fetch(sandbox.url);
  const page = await response.text();
  expect(response.headers.get('content-type')).toMatch(/^text\/html/);
  expect(page).toContain('<title>Sandbox: not PingOne</title>');
  for (const { environmentId, organizationId, workers, webApps, users } of sandbox.environments) {
    for (const { username, password } of users) expect(page).toContain(`data-copy="${password}" aria-label="Copy ${username}"`);
    const values = [...workers, ...webApps].flatMap(({ clientId, clientSecret }) => [clientId, clientSecret]);
    for (const value of [environmentId, organizationId, ...values]) expect(page).toContain(`data-copy="${value}"`);
  }
  for (const { id } of scenarios) expect(page).toContain(`<code>${id}</code>`);
  expect(page).toMatch(/data-scenario="no_roles"[^>]* checked/);
  expect(page).not.toMatch(/data-scenario="token_refused"[^>]* checked/);
  expect(page).toContain('GET /api/com/v1/environments');
});

test('the page runs under a policy that allows its own two files and nothing inline', async () => {
  const response = await fetch(sandbox.url);
  const policy = response.headers.get('content-security-policy') ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toContain('unsafe');
  expect(await response.text()).not.toMatch(/<style|<script(?! type="module" src=)| style=| on\w+=/);
  expect((await fetch(`${sandbox.url}/page.css`)).headers.get('content-type')).toMatch(/^text\/css/);
  expect((await fetch(`${sandbox.url}/page.js`)).headers.get('content-type')).toMatch(/^text\/javascript/);
});

test('what stands in for the console leads to the environment on the page', async () => {
  const [first] = sandbox.environments;
  const open = async (tld: string, env: string) => {
    const url = `${sandbox.hosts.console.replace('{tld}', tld)}/?env=${env}`;
    return (await fetch(url, { redirect: 'manual' })).headers.get('location');
  };
  expect(await open('com', first?.environmentId ?? '')).toBe(`/#${first?.environmentId}`);
  expect(await open('eu', first?.environmentId ?? '')).toBe('/#environments');
});

test('text that is put into markup cannot become markup', () => {
  const { markup } = html`<p title="${'"><b>'}">${['<i>', html`<b>${"'&"}</b>`]}${undefined}${false}${3}</p>`;
  expect(markup).toBe('<p title="&#34;&#62;&#60;b&#62;">&#60;i&#62;<b>&#39;&#38;</b>3</p>');
});
