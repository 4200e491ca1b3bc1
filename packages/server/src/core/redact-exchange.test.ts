import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { redactExchange, type HttpExchange } from './redact-exchange.ts';

const at = new Date('2026-11-20T08:00:00.000Z');

function makeExchange(change: Partial<HttpExchange> = {}): HttpExchange {
  return {
    method: 'GET',
    url: 'https://api.pingone.eu/v1/environments/21a0091e-f0b0-4d6f-b1fe-40fdb3f2c452/users?limit=10',
    startedAt: at,
    endedAt: new Date(at.getTime() + 42),
    requestHeaders: [],
    status: 200,
    responseHeaders: [],
    ...change,
  };
}

/** What keys, tokens, codes and states are made of. */
const secret = fc
  .stringMatching(/^[A-Za-z0-9_~.-]{20,60}$/)
  .filter((text) => /\d/.test(text) && /[A-Za-z]/.test(text) && !/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-/i.test(text));

describe('Of an exchange', () => {
  it('the request line, the status and the time are kept, and what describes the messages', () => {
    const message = redactExchange(
      makeExchange({
        requestHeaders: ['Accept', 'application/json'],
        requestBytes: 0,
        responseHeaders: [
          'Content-Type',
          'application/vnd.pingidentity.user.import+json; charset=UTF-8',
          'Correlation-Id',
          'a8514fac-3966-4eda-bb73-2d34f9bdfafc',
          'Date',
          'Fri, 20 Nov 2026 08:00:00 GMT',
          'Retry-After',
          '30',
        ],
        responseBytes: 12,
      }),
    );
    expect(message).toEqual({
      method: 'GET',
      url: 'https://api.pingone.eu/v1/environments/21a0091e-f0b0-4d6f-b1fe-40fdb3f2c452/users?limit=10',
      startedAt: at,
      durationMs: 42,
      status: 200,
      failure: undefined,
      correlationId: 'a8514fac-3966-4eda-bb73-2d34f9bdfafc',
      requestHeaders: [['accept', 'application/json']],
      requestBytes: 0,
      responseHeaders: [
        ['content-type', 'application/vnd.pingidentity.user.import+json; charset=UTF-8'],
        ['correlation-id', 'a8514fac-3966-4eda-bb73-2d34f9bdfafc'],
        ['date', 'Fri, 20 Nov 2026 08:00:00 GMT'],
        ['retry-after', '30'],
      ],
      responseBytes: 12,
      oauthError: undefined,
    });
  });

  it.each([
    ['https://user:password@api.example/v1#fragment', 'https://api.example/v1'],
    ['https://api.example/users?filter=email%20eq%20%22ada@example.com%22&limit=5', 'https://api.example/users?filter=[redacted]&limit=5'],
    ['https://api.example/users/ada%40example.com', 'https://api.example/users/[redacted]'],
    ['https://hooks.example/services/T024BE7LD/aB3dE5fG7hJ9kL1mN3pQ5rS7', 'https://hooks.example/services/T024BE7LD/[redacted]'],
    ['https://api.example/v1/passwordPolicies', 'https://api.example/v1/passwordPolicies'],
    ['no URL', '[redacted]'],
  ])('of the URL %s is kept: %s', (url, kept) => {
    expect(redactExchange(makeExchange({ url })).url).toBe(kept);
  });

  const refuse = (description: string) =>
    redactExchange(
      makeExchange({
        method: 'POST',
        status: 401,
        requestHeaders: ['authorization', `Basic ${Buffer.from('client:pass%2Bword').toString('base64')}`],
        oauth: {
          form: 'grant_type=client_credentials&client_secret=tiny%20one',
          answer: JSON.stringify({ error: 'invalid_client', error_description: description, access_token: 'eyJ' }),
        },
      }),
    ).oauthError;

  it.each([
    [
      'Request denied: Unsupported authentication method (Correlation ID: a8514fac-3966-4eda-bb73-2d34f9bdfafc)',
      'Request denied: Unsupported authentication method (Correlation ID: a8514fac-3966-4eda-bb73-2d34f9bdfafc)',
    ],
    ['The secret tiny one is wrong.', '[redacted]'],
    ['pass+word is wrong', '[redacted]'],
    ['pass%2Bword is wrong', '[redacted]'],
    ['The token aB3dE5fG7hJ9kL1mN3pQ5rS7 has expired.', 'The token [redacted] has expired.'],
  ])('what a token endpoint says of its refusal is kept, unless it repeats what it was sent: %s', (description, kept) => {
    expect(refuse(description)).toEqual({ error: 'invalid_client', description: kept });
  });

  it('no secret is kept, wherever one stands', () => {
    fc.assert(
      fc.property(
        secret,
        fc.constantFrom(
          'content-type',
          'user-agent',
          'accept',
          'authorization',
          'cookie',
          'x-api-key',
          'Retry-After',
          'server',
          'correlation-id',
        ),
        (value, name) => {
          const encoded = encodeURIComponent(value);
          const base64 = Buffer.from(value).toString('base64');
          const message = redactExchange(
            makeExchange({
              method: 'POST',
              url: `https://user:${encoded}@api.example/v1/${encoded}/x;${encoded}?code=${encoded}&state=${base64}&limit=${encoded}&${encoded}=1#${encoded}`,
              status: 400,
              requestHeaders: [
                name,
                value,
                'authorization',
                `Bearer ${value}`,
                'authorization',
                `Basic ${Buffer.from(`client:${value}`).toString('base64')}`,
                value,
                'x',
              ],
              responseHeaders: [name, `a "${value}" b`, 'set-cookie', value, 'location', `https://app.example/?code=${value}`],
              oauth: {
                form: new URLSearchParams({
                  grant_type: 'refresh_token',
                  refresh_token: value,
                  client_secret: value,
                  code: value,
                }).toString(),
                answer: JSON.stringify({ error: value, error_description: `It was ${value}, or ${base64}.`, refresh_token: value }),
              },
            }),
          );
          const stored = JSON.stringify(message);
          for (const form of [value, encoded, base64, base64.replace(/=+$/, '')]) expect(stored).not.toContain(form);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('what is kept has an end, however much there was', () => {
    const long = 'a b '.repeat(10_000);
    const message = redactExchange(
      makeExchange({
        method: 'X'.repeat(1000),
        url: `https://api.example/${'seg/'.repeat(5000)}?${'name=1&'.repeat(5000)}`,
        status: 400,
        requestHeaders: Array.from({ length: 500 }, (_, index) => [`x-${index}`, long]).flat(),
        responseHeaders: Array.from({ length: 500 }, () => ['server', long]).flat(),
        oauth: { form: '', answer: JSON.stringify({ error: 'invalid_request', error_description: long }) },
      }),
    );
    expect(JSON.stringify(message).length).toBeLessThan(10_000);
  });
});
