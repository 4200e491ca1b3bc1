import { findProviderForm } from '@latchkey/providers';
import { describe, expect, it } from 'vitest';
import { readKnownValues } from './read-known-values.ts';
import { isFixed } from './use-known-values.ts';

const form = findProviderForm('pingone-cc') ?? expect.fail('pingone-cc has a form');
const values = { environmentId: '0a54a1c2-6d6f-4d1e-9a52-3f5e6d0c7b11', tld: 'eu', client_id: '2f5c1d0e-8a8b-4c1f-9d53-6f1b7a9c2e40' };
const reconnect = { integrationId: 'pingone-cc', connectionId: 'cnn_1', values };

describe('what is known of a connection that is reconnected', () => {
  it('is each value that the form would take', () => {
    expect(readKnownValues(form, reconnect)).toEqual(values);
    const stale = { ...reconnect, values: { ...values, tld: 'example', client_id: '' } };
    expect(readKnownValues(form, stale)).toEqual({ environmentId: values.environmentId });
  });

  it('is never a secret', () => {
    expect(readKnownValues(form, { ...reconnect, values: { client_secret: 'a-secret-that-no-server-may-send' } })).toEqual({});
  });

  it('is nothing when a new connection is made', () => {
    expect(readKnownValues(form, undefined)).toEqual({});
    expect(readKnownValues(undefined, reconnect)).toEqual({});
  });

  it('can be changed, but for what tells one connection from another', () => {
    const known = readKnownValues(form, reconnect);
    expect(form.fields.filter((field) => isFixed(field, known)).map(({ name }) => name)).toEqual(['environmentId']);
    expect(form.fields.some((field) => isFixed(field, {}))).toBe(false);
  });
});
