import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { describe, expect, it, vi } from 'vitest';
import { ConnectButton } from '../dialog/connect-button.tsx';
import { ConnectDialog } from '../dialog/connect-dialog.tsx';
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

  it('gives a button in the language that is wanted, and a dialog that is closed and empty', () => {
    const html = renderToString(createElement(ConnectButton, { ...server, locale: 'fr-CA' }));
    expect(html).toMatch(/<button[^>]*>Connecter<\/button>/);
    expect(html).toMatch(/<dialog [^>]*><\/dialog>$/);
    expect(html).not.toMatch(/<dialog[^>]* open/);
  });

  it('gives a dialog that only the browser can open', () => {
    const html = renderToString(createElement(ConnectDialog, { ...server, open: true, onOpenChange: () => undefined }));
    expect(html).not.toMatch(/<dialog[^>]* open/);
    expect(html).toContain('Loading the form…');
  });

  it('gives no class of Latchkey’s when the host wants none', () => {
    const html = renderToString(createElement(Connect, { ...server, integration: 'pingone-cc', unstyled: true }));
    expect(html).not.toMatch(/class="[^"]*lk-/);
    expect(html).toContain('data-part="submit"');
  });
});
