import { expect, test } from 'vitest';
import { isOwnPath } from './own-path.ts';
import { routes } from './routes.ts';

test.each(routes.map(({ path }) => path))('%s is served at the root of an app too.', (path) => {
  expect(isOwnPath('', path)).toBe(true);
});

test('Other paths at the root are the app’s, and below a prefix none is.', () => {
  expect(isOwnPath('', '/dashboard')).toBe(false);
  expect(isOwnPath('/latchkey', '/dashboard')).toBe(true);
});
