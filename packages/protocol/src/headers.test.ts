import { describe, expect, it } from 'vitest';
import { CONNECT_SESSION_TOKEN_PREFIX, headers, SECRET_KEY_PREFIX } from './headers.ts';

describe('headers', () => {
  it('are written as Node.js gives them', () => {
    for (const name of Object.values(headers)) expect(name).toBe(name.toLowerCase());
  });
});

describe('prefixes', () => {
  it('tell a connect session token from a secret key', () => {
    expect(CONNECT_SESSION_TOKEN_PREFIX.startsWith(SECRET_KEY_PREFIX)).toBe(false);
    expect(SECRET_KEY_PREFIX.startsWith(CONNECT_SESSION_TOKEN_PREFIX)).toBe(false);
  });
});
