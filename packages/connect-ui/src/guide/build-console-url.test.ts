import { findProviderForm } from '@latchkey/providers';
import { expect, it } from 'vitest';
import { buildConsoleUrl } from './build-console-url.ts';

const form = findProviderForm('pingone-cc') ?? expect.fail('pingone-cc has a form');
const environmentId = '0a54a1c2-6d6f-4d1e-9a52-3f5e6d0c7b11';

it('leads to the environment in its region’s console', () => {
  expect(buildConsoleUrl(form, { environmentId: ` ${environmentId.toUpperCase()} `, tld: 'com.au' })).toBe(
    `https://console.pingone.com.au/?env=${environmentId}`,
  );
});

it.each([{}, { environmentId }, { tld: 'eu' }, { environmentId: 'x', tld: 'eu' }, { environmentId, tld: 'evil.example/' }])(
  'leads nowhere with %j',
  (values) => {
    expect(buildConsoleUrl(form, values)).toBeUndefined();
  },
);
