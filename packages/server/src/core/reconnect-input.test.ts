import { findProvider, type ProviderForm } from '@latchkey/providers';
import { describe, expect, it } from 'vitest';
import { fillMissing, pickPrefill, refuseOtherIdentity } from './reconnect-input.ts';

const form = findProvider('pingone-cc')?.form as ProviderForm;
const stored = { environmentId: 'e', tld: 'eu', client_id: 'c' };

describe('What the form of a reconnection is filled in with', () => {
  it('is every value but the secrets, and nothing that is no field', () => {
    expect(pickPrefill(form, { ...stored, client_secret: 'canary', other: 'x' })).toEqual(stored);
    expect(pickPrefill(form, { tld: 'eu' })).toEqual({ tld: 'eu' });
  });
});

describe('What was not sent', () => {
  it('is filled in, each value in its part', () => {
    expect(fillMissing(form, { connectionConfig: {}, credentials: { client_secret: 's' } }, stored)).toEqual({
      connectionConfig: { environmentId: 'e', tld: 'eu' },
      credentials: { client_secret: 's', client_id: 'c' },
    });
  });

  it('is not what was sent otherwise, empty, or by a name that is no field', () => {
    const given = { connectionConfig: { environmentId: '', tld: null, color: 'red' }, credentials: { client_id: 'c2' } };
    expect(fillMissing(form, given, stored)).toEqual(given);
  });
});

describe('What a reconnection leads to', () => {
  const connection = { config: { environmentId: 'e', tld: 'eu' }, identity: 'environmentId=e' };

  it('may be reached through another region and with another client', () => {
    expect(() => refuseOtherIdentity(form, { environmentId: 'e', tld: 'asia', client_id: 'c2' }, connection)).not.toThrow();
  });

  it('stays the same', () => {
    expect(() => refuseOtherIdentity(form, { ...stored, environmentId: 'e2' }, connection)).toThrow(
      expect.objectContaining({ code: 'identity_mismatch', details: { field: 'environmentId', guideStep: 'environment-id' } }),
    );
  });
});
