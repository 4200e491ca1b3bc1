import { inspect } from 'node:util';
import fc from 'fast-check';
import { CompactEncrypt, decodeProtectedHeader } from 'jose';
import { expect, test } from 'vitest';
import { generateEncryptionKey } from './encryption-key.ts';
import { createVault } from './vault.ts';

const key = generateEncryptionKey();
const vault = createVault([key]);
const credential = { values: { client_id: 'an id', client_secret: 'canary-4f1c' } };

test('Whatever JSON can hold comes back as it was sealed, for every connection id.', async () => {
  await fc.assert(
    fc.asyncProperty(fc.jsonValue(), fc.string({ unit: 'grapheme' }), async (value, connectionId) => {
      const sealed = await vault.seal('credential', connectionId, value);
      expect(await vault.open('credential', connectionId, sealed)).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});

test('A sealed value is a compact JWE that names its key and shows nothing of its content.', async () => {
  const sealed = await vault.seal('credential', 'c1', credential);
  expect(sealed.split('.')).toHaveLength(5);
  expect(decodeProtectedHeader(sealed)).toEqual({
    alg: 'A256KW',
    enc: 'A256GCM',
    kid: vault.currentKeyId,
    purpose: 'credential',
    connection_id: 'c1',
  });
  expect(Buffer.from(sealed.replaceAll('.', ''), 'base64url').toString('latin1')).not.toContain('canary');
});

test('The same value is never sealed the same way twice: content key and nonce are new each time.', async () => {
  const sealings = await Promise.all(Array.from({ length: 50 }, () => vault.seal('credential', 'c1', credential)));
  for (const part of [1, 2, 3, 4]) expect(new Set(sealings.map((sealed) => sealed.split('.')[part])).size).toBe(50);
});

test('A value sealed for one connection does not open for another.', async () => {
  const sealed = await vault.seal('credential', 'c1', credential);
  await expect(vault.open('credential', 'c2', sealed)).rejects.toMatchObject({ code: 'sealed_value_invalid' });
});

test('A value sealed for one purpose does not open for another.', async () => {
  const sealed = await vault.seal('credential', 'c1', credential);
  await expect(vault.open('token_set', 'c1', sealed)).rejects.toMatchObject({ code: 'sealed_value_invalid' });
});

test('A change of one bit anywhere in a sealed value keeps it shut.', async () => {
  const sealed = await vault.seal('credential', 'c1', credential);
  const parts = sealed.split('.').map((part) => Buffer.from(part, 'base64url'));
  await fc.assert(
    fc.asyncProperty(fc.nat(4), fc.nat(), fc.nat(7), async (part, byte, bit) => {
      const changed = parts.map((bytes) => Buffer.from(bytes));
      changed[part]![byte % changed[part]!.length]! ^= 1 << bit;
      const tampered = changed.map((bytes) => bytes.toString('base64url')).join('.');
      await expect(vault.open('credential', 'c1', tampered)).rejects.toMatchObject({
        // A bit within the key id names another key; every other bit breaks the seal.
        code: expect.stringMatching(/^(sealed_value_invalid|encryption_key_missing)$/),
      });
    }),
    { numRuns: 500 },
  );
});

test('Parts of two sealed values do not make a third.', async () => {
  const [mine, theirs] = [await vault.seal('credential', 'c1', credential), await vault.seal('credential', 'c2', credential)];
  for (const part of [0, 1, 2, 3, 4]) {
    const mixed = theirs.split('.').map((text, index) => (index === part ? mine.split('.')[part] : text));
    for (const connectionId of ['c1', 'c2']) {
      await expect(vault.open('credential', connectionId, mixed.join('.'))).rejects.toMatchObject({ code: 'sealed_value_invalid' });
    }
  }
});

test.each(['', 'text', 'a.b.c.d.e', '....', 'e30....', `${Buffer.from('{"kid":7}').toString('base64url')}....`])(
  'What is no sealed value is refused as such: "%s".',
  async (text) => {
    await expect(vault.open('credential', 'c1', text)).rejects.toMatchObject({ code: 'sealed_value_invalid' });
    expect(() => vault.keyIdOf(text)).toThrow(/does not open/);
  },
);

test('Only its own algorithms open, even when the key would fit another one.', async () => {
  const raw = Buffer.from(key.slice('latchkey_ek_'.length), 'base64url');
  const header = { kid: vault.currentKeyId, purpose: 'credential', connection_id: 'c1' };
  for (const [alg, enc] of [
    ['dir', 'A256GCM'],
    ['A256GCMKW', 'A256GCM'],
    ['A256KW', 'A128GCM'],
  ] as const) {
    const foreign = await new CompactEncrypt(Buffer.from('1')).setProtectedHeader({ ...header, alg, enc }).encrypt(raw);
    await expect(vault.open('credential', 'c1', foreign)).rejects.toMatchObject({ code: 'sealed_value_invalid' });
  }
});

test('After a rotation the new key seals, both open, and old values are told apart.', async () => {
  const old = await vault.seal('token_set', 'c1', 'before');
  const rotated = createVault([generateEncryptionKey(), key]);
  const fresh = await rotated.seal('token_set', 'c1', 'after');
  expect(await rotated.open('token_set', 'c1', old)).toBe('before');
  expect(await rotated.open('token_set', 'c1', fresh)).toBe('after');
  expect(rotated.keyIdOf(old)).toBe(vault.currentKeyId);
  expect(rotated.keyIdOf(fresh)).toBe(rotated.currentKeyId);
  expect(rotated.currentKeyId).not.toBe(vault.currentKeyId);
});

test('A missing key is named by its id, with what to do.', async () => {
  const sealed = await createVault([key]).seal('credential', 'c1', credential);
  const other = createVault([generateEncryptionKey()]);
  await expect(other.open('credential', 'c1', sealed)).rejects.toMatchObject({
    code: 'encryption_key_missing',
    message: expect.stringContaining(`"${vault.currentKeyId}"`),
    remedy: expect.stringContaining('encryptionKeys'),
  });
});

test('An error shows neither the key nor the value.', async () => {
  const sealed = await vault.seal('credential', 'c1', credential);
  const error: unknown = await vault.open('credential', 'c2', sealed).catch((caught: unknown) => caught);
  const printed = inspect([error, vault], { depth: 9, showHidden: true });
  expect(printed).not.toContain('canary');
  expect(printed).not.toContain(key.slice(12, 24));
});

test('A value that JSON cannot hold is refused and not quoted.', async () => {
  await expect(vault.seal('credential', 'c1', undefined)).rejects.toThrow(/JSON cannot hold/);
});
