import { findProviderForm } from '@latchkey/providers';
import { expect, it } from 'vitest';
import { buildRequest } from './build-request.ts';
import { resolveInput } from './resolve-input.ts';

const form = findProviderForm('pingone-cc') ?? expect.fail('pingone-cc has a form');
const values = {
  environmentId: '{0A54A1C2-6D6F-4D1E-9A52-3F5E6D0C7B11}',
  tld: 'eu',
  client_id: ' 2f5c1d0e-8a8b-4c1f-9d53-6f1b7a9c2e40\u00A0',
  client_secret: '"secret-of-some-length"',
};

const parsePasted = await form.loadParsePasted();

it('cleans the values and sorts each into the part of the body that its field declares', () => {
  const { values: input } = resolveInput(form, parsePasted, values);
  expect(buildRequest('sync', form, input)).toEqual({
    integration_id: 'sync',
    connection_config: { environmentId: '0a54a1c2-6d6f-4d1e-9a52-3f5e6d0c7b11', tld: 'eu' },
    credentials: { client_id: '2f5c1d0e-8a8b-4c1f-9d53-6f1b7a9c2e40', client_secret: 'secret-of-some-length' },
  });
});

it('names the problem of each field by its code, and holds no value', () => {
  const { errors } = resolveInput(form, parsePasted, { ...values, client_id: 'nonsense', client_secret: '' });
  expect(errors).toEqual({ client_id: { type: 'client_id_invalid' }, client_secret: { type: 'client_secret_missing' } });
});
