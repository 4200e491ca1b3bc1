import { expect, test } from 'vitest';
import { matchesRedirectUri } from './match-redirect-uri.ts';

const REGISTERED = ['http://localhost/oauth/callback', 'http://127.0.0.1:3000/oauth/callback', 'https://app.example/cb?x=1'];

test.each([
  'http://localhost/oauth/callback',
  'http://localhost:4001/oauth/callback',
  'http://127.0.0.1/oauth/callback',
  'http://127.0.0.1:65535/oauth/callback',
  'https://app.example/cb?x=1',
])('%s is taken', (uri) => {
  expect(matchesRedirectUri(REGISTERED, uri)).toBe(true);
});

test.each([
  'http://localhost:4001/oauth/callback/',
  'http://localhost:4001/oauth/callback?x=1',
  'http://localhost:4001/OAuth/callback',
  'https://localhost:4001/oauth/callback',
  'http://localhost.evil.example/oauth/callback',
  'http://localhost:4001@evil.example/oauth/callback',
  'http://user@localhost/oauth/callback',
  'https://app.example:8443/cb?x=1',
  'https://app.example/cb',
  '',
])('%s is refused', (uri) => {
  expect(matchesRedirectUri(REGISTERED, uri)).toBe(false);
});
