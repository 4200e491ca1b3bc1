import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { ConnectError } from '../errors.ts';
import { ENCRYPTION_KEY_PREFIX, generateEncryptionKey, parseEncryptionKeys } from './encryption-key.ts';

function refusal(texts: unknown): ConnectError {
  try {
    // @ts-expect-error Options come from configuration, which the compiler has not seen.
    parseEncryptionKeys(texts);
  } catch (error) {
    if (error instanceof ConnectError) return error;
  }
  throw new Error('The keys were accepted.');
}

test('A generated key is recognisable, is never the same twice, and is accepted.', () => {
  const [one, other] = [generateEncryptionKey(), generateEncryptionKey()];
  expect(one).toMatch(/^latchkey_ek_[A-Za-z0-9_-]{43}$/);
  expect(one).not.toBe(other);
  expect([...parseEncryptionKeys([one, other]).byId]).toHaveLength(2);
});

test('A key has the same id on every start, and the id is not a part of the key.', () => {
  const text = generateEncryptionKey();
  const { keyId } = parseEncryptionKeys([text]).current;
  expect(parseEncryptionKeys([text]).current.keyId).toBe(keyId);
  expect(text).not.toContain(keyId);
});

const good = generateEncryptionKey();
const body = good.slice(ENCRYPTION_KEY_PREFIX.length);

test.each([
  ['no list', undefined, /holds no key/],
  ['an empty list', [], /holds no key/],
  ['a variable that is not set', [undefined], /environment variable/],
  ['an empty text', [''], /environment variable/],
  ['a key without its prefix', [body], /does not start with "latchkey_ek_"/],
  ['a secret key of the API', ['latchkey_sk_' + body], /does not start with "latchkey_ek_"/],
  ['a key that was cut off', [good.slice(0, -1)], /damaged/],
  ['a key that is too long', [good + 'A'], /damaged/],
  ['a key with a line break', [`${good}\n`], /damaged/],
  ['a key in plain base64', [`${ENCRYPTION_KEY_PREFIX}${'+'.repeat(43)}`], /damaged/],
  ['a last character that encodes more than 32 bytes', [`${ENCRYPTION_KEY_PREFIX}${'A'.repeat(42)}B`], /damaged/],
  ['the same key twice', [good, generateEncryptionKey(), good], /"encryptionKeys\[2\]" stands in the list twice/],
])('Refuses %s, says which one it is and what to do, and shows no key.', (_what, texts, message) => {
  const error = refusal(texts);
  expect(error.code).toBe('invalid_option');
  expect(error.message).toMatch(message);
  expect(error.message).toContain('encryptionKeys');
  expect(error.remedy).toMatch(/generateEncryptionKey\(\)|rotate/);
  expect(inspect(error, { depth: 9, showHidden: true })).not.toContain(body.slice(0, 12));
});

test('A key cannot be printed by accident.', () => {
  const keys = parseEncryptionKeys([good]);
  const printed = inspect(keys, { depth: 9, showHidden: true }) + JSON.stringify(keys.current);
  expect(printed).not.toContain(body.slice(0, 12));
  expect(printed).not.toContain(Buffer.from(body, 'base64url').toString('hex').slice(0, 12));
});
