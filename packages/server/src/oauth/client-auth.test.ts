import { describe, expect, it } from 'vitest';
import { listAuthAttempts } from './client-auth.ts';
import { buildTokenRequest } from './token-request.ts';

const endpoint = { issuer: 'https://auth.example/as', token: 'https://auth.example/as/token' };
const plain = { clientId: '914e4c7f-4b2a-4c1f-9d53-6f1b7a9c2e40', clientSecret: 'aB3~x.y-z_9' };
const odd = { clientId: plain.clientId, clientSecret: 'a b+c%d:é"' };

async function basicOf(encoding: 'form' | 'raw', client: typeof plain): Promise<string> {
  const { headers } = await buildTokenRequest(endpoint, client, { method: 'CLIENT_SECRET_BASIC', encoding });
  return Buffer.from(headers['authorization']?.replace('Basic ', '') ?? '', 'base64').toString('utf8');
}

describe('Ways to send a secret', () => {
  it('are one a method for a secret that is written the same in all encodings', () => {
    expect(listAuthAttempts(['CLIENT_SECRET_POST', 'CLIENT_SECRET_BASIC'], plain)).toEqual([
      { method: 'CLIENT_SECRET_POST', encoding: 'form' },
      { method: 'CLIENT_SECRET_BASIC', encoding: 'form' },
    ]);
  });

  it('are two for Basic when encoding changes the secret', () => {
    expect(listAuthAttempts(['CLIENT_SECRET_BASIC', 'CLIENT_SECRET_POST'], odd)).toEqual([
      { method: 'CLIENT_SECRET_BASIC', encoding: 'form' },
      { method: 'CLIENT_SECRET_BASIC', encoding: 'raw' },
      { method: 'CLIENT_SECRET_POST', encoding: 'form' },
    ]);
  });

  it('leave unreserved characters as they are, for servers that do not decode', async () => {
    expect(await basicOf('form', plain)).toBe(`${plain.clientId}:${plain.clientSecret}`);
  });

  it('encode the rest, or send it raw', async () => {
    expect(await basicOf('form', odd)).toBe(`${odd.clientId}:a+b%2Bc%25d%3A%C3%A9%22`);
    expect(await basicOf('raw', odd)).toBe(`${odd.clientId}:${odd.clientSecret}`);
  });

  it('encode what encodeURIComponent leaves and a form does not', async () => {
    expect(await basicOf('form', { ...odd, clientSecret: "!'()*" })).toBe(`${odd.clientId}:%21%27%28%29%2A`);
  });

  it('put the secret into the body for Post, and into no header', async () => {
    const request = await buildTokenRequest(endpoint, odd, { method: 'CLIENT_SECRET_POST', encoding: 'form' });
    expect(request.headers['authorization']).toBeUndefined();
    expect(Object.fromEntries(new URLSearchParams(request.body))).toEqual({
      client_id: odd.clientId,
      client_secret: odd.clientSecret,
      grant_type: 'client_credentials',
    });
  });

  it('never put the secret into a URL', async () => {
    for (const method of ['CLIENT_SECRET_POST', 'CLIENT_SECRET_BASIC'] as const) {
      const { url } = await buildTokenRequest(endpoint, plain, { method, encoding: 'form' });
      expect(url).toBe(endpoint.token);
    }
  });
});
