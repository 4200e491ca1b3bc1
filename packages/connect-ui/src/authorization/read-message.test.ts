import { expect, it } from 'vitest';
import { isAuthorizationMessage } from './read-message.ts';

const origin = 'https://app.example';
const message = { type: 'latchkey:authorization', authorization_id: 'aut_1' };

it('hears the callback page', () => {
  expect(isAuthorizationMessage('aut_1', origin, origin, message)).toBe(true);
});

it.each([
  ['another origin', 'https://evil.example', message],
  ['an origin that merely begins so', 'https://app.example.evil.example', message],
  ['an opaque origin', 'null', message],
  ['another attempt', origin, { ...message, authorization_id: 'aut_2' }],
  ['another kind of message', origin, { ...message, type: 'webpackOk' }],
  ['a text', origin, JSON.stringify(message)],
  ['nothing', origin, null],
])('does not hear %s', (_case, from, data) => {
  expect(isAuthorizationMessage('aut_1', origin, from, data)).toBe(false);
});

it('hears nobody as long as it is not known where the callback page lives', () => {
  expect(isAuthorizationMessage('aut_1', undefined, 'undefined', message)).toBe(false);
});
