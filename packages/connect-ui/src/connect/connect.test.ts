import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { describe, expect, it, vi } from 'vitest';
import { Connect } from './connect.tsx';

const server = { apiUrl: '/latchkey', sessionToken: 'token', fetch: vi.fn<typeof fetch>() };

describe('rendering on a server', () => {
  it('gives the usable form', () => {
    const html = renderToString(createElement(Connect, { ...server, integration: 'pingone-cc' }));
    for (const name of ['environmentId', 'tld', 'client_id', 'client_secret']) expect(html).toContain(`name="${name}"`);
    expect(html).toContain('Link PingOne (Client Credentials) Account');
    expect(html).toContain('European Union');
    expect(html).not.toContain(' style=');
    expect(server.fetch).not.toHaveBeenCalled();
  });

  it('gives a form whose native submit goes nowhere, so that no secret lands in a URL', () => {
    const html = renderToString(createElement(Connect, { ...server, integration: 'pingone-cc' }));
    expect(html).toMatch(/<form[^>]* method="dialog"/);
  });

  it('gives a placeholder when only the session knows which form it is', () => {
    const html = renderToString(createElement(Connect, server));
    expect(html).toContain('Loading the form…');
    expect(html).not.toContain('<form');
  });
});
