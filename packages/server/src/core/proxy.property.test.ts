import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ConnectError } from '../errors.ts';
import { buildRequestHeaders } from './proxy-headers.ts';
import { buildProxyTarget } from './proxy-url.ts';

/** As many as the project promises; a run takes a few seconds. */
const CASES = 100_000;

const TOKEN = 'eyJ.the-access-token';
const BASES = ['https://api.pingone.com.au', 'http://127.0.0.1:4600/api/eu', 'https://scim-api.pingone.eu'] as const;

const nasty = ['/', '//', '.', '..', ';', '%', '%2e', '%2E%2e', '%252e', '%2f', '%5c', '%00', '%0d%0a', '%ff', '\\', '?', '#', '@', ':'];
const pathPart = fc.oneof(
  fc.constantFrom(
    ...nasty,
    '\r\n',
    '\0',
    ' ',
    '\t',
    'ü',
    '\u2028',
    'http://evil.example',
    'user:pw@evil.example',
    'v1',
    'environments',
    'a=b&',
  ),
  fc.string({ maxLength: 6 }),
  fc.string({ unit: 'binary', maxLength: 3 }),
);
const target = fc.array(pathPart, { maxLength: 8 }).map((parts) => `/${parts.join('')}`);

const heldBack = [
  'Authorization',
  'Proxy-Authorization',
  'Cookie',
  'Host',
  'Connection',
  'Keep-Alive',
  'Proxy-Connection',
  'TE',
  'Trailer',
  'Transfer-Encoding',
  'Upgrade',
  'Expect',
  'Forwarded',
  'X-Forwarded-For',
  'X-Forwarded-Host',
  'X-Real-IP',
  'Connection-Id',
  'Provider-Config-Key',
  'Base-Url-Override',
  'Retries',
  'Retry-On',
  'Decompress',
  'Forward-Headers-On-Redirect',
  'Nango-Activity-Log-Id',
  'Nango-Is-Sync',
];
const forbidden = new Set(heldBack.map((name) => name.toLowerCase()));
const anyCase = (name: fc.Arbitrary<string>) => fc.tuple(name, fc.boolean()).map(([text, lower]) => (lower ? text.toLowerCase() : text));
const headerName = anyCase(
  fc.oneof(
    fc.constantFrom(...heldBack, ...heldBack.map((name) => `Nango-Proxy-${name}`), 'Content-Length', 'Nango-Proxy-Content-Length'),
    fc.constantFrom('Accept', 'Content-Type', 'Nango-Proxy-Content-Type', 'If-Match', 'X-Private', 'Nango-Proxy-', 'X-\r\nHost', 'a b', ''),
    fc.string({ maxLength: 8 }),
  ),
);
const headerValue = fc.oneof(
  fc.constantFrom(
    '',
    'x',
    'close',
    'keep-alive, X-Private',
    'a\r\nHost: evil.example',
    'a\0b',
    'Bearer latchkey_sk_key',
    'ü',
    '\u{1F600}',
    '\x7f',
  ),
  fc.string({ maxLength: 12 }),
);
const headers = fc.array(fc.tuple(headerName, headerValue), { maxLength: 8 }).map((pairs) => pairs.flat());

it('Whatever is sent to the proxy is refused cleanly or leaves it unchanged for the right host, with nothing that should stay', () => {
  let passed = 0;
  fc.assert(
    fc.property(fc.constantFrom(...BASES), target, headers, (base, wanted, received) => {
      let sent;
      try {
        sent = { ...buildProxyTarget(base, wanted), headers: buildRequestHeaders(received, TOKEN) };
      } catch (error) {
        if (!(error instanceof ConnectError) || error.status !== 400) throw error;
        return;
      }
      passed += 1;
      // Where it goes, also for who reads it as a URL does.
      const { origin, pathname } = new URL(base);
      const prefix = pathname === '/' ? '' : pathname;
      const read = new URL(sent.origin + sent.path);
      const isRight =
        sent.origin === origin &&
        sent.path === prefix + wanted &&
        read.origin === origin &&
        read.username === '' &&
        read.pathname.startsWith(`${prefix}/`) &&
        !/(?:^|\/)\.{1,2}(?:[/;]|$)/.test(decodeURIComponent(read.pathname.replaceAll('%25', '%2525'))) &&
        /^[!-~]+$/.test(sent.path);
      // What goes along.
      const names = sent.headers.filter((_text, index) => index % 2 === 0).map((name) => name.toLowerCase());
      const withToken = sent.headers.filter((text) => text.includes(TOKEN));
      const isClean =
        names.filter((name) => name === 'authorization').length === 1 &&
        names.every(
          (name) => name === 'authorization' || !(forbidden.has(name) || name.startsWith('nango-') || name.startsWith('x-forwarded-')),
        ) &&
        withToken.length === 1 &&
        withToken[0] === `Bearer ${TOKEN}` &&
        sent.headers.every((text) => !/[\r\n\0]/.test(text)) &&
        names.every((name) => /^[\w!#$%&'*+.^`|~-]+$/.test(name));
      // Assertions of the test library would take most of the time.
      if (!isRight || !isClean) throw new Error(JSON.stringify({ isRight, isClean, sent }));
    }),
    { numRuns: CASES },
  );
  // Enough gets through for the promise to mean something.
  expect(passed).toBeGreaterThan(CASES / 100);
});
