import { exportJWK, generateKeyPair, SignJWT, type JWTPayload } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import { isIdTokenValid, readKeys } from './id-token.ts';

const now = new Date('2026-11-20T10:00:00.000Z');
const seconds = now.getTime() / 1000;
const expected = { clientId: 'client', nonce: 'the-nonce', issuers: ['https://auth.example/as', 'https://id.example/as'], now };
const good = { iss: 'https://auth.example/as', sub: 'user', aud: 'client', nonce: 'the-nonce', iat: seconds, exp: seconds + 3600 };
let pair: Awaited<ReturnType<typeof generateKeyPair>>;
let other: Awaited<ReturnType<typeof generateKeyPair>>;

beforeAll(async () => {
  [pair, other] = await Promise.all([generateKeyPair('RS256', { extractable: true }), generateKeyPair('RS256', { extractable: true })]);
});

/** The keys as PingOne gives them: no "alg". */
const keys = async (kid = 'default') => ({ keys: [{ ...(await exportJWK(pair.publicKey)), kid, use: 'sig' }] });
const sign = (claims: JWTPayload, { kid = 'default', key = pair.privateKey } = {}) =>
  new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid }).sign(key);
const check = async (claims: Readonly<Record<string, unknown>>) => isIdTokenValid(await sign(claims), await keys(), expected);

describe('An ID token', () => {
  it('of this sign-in is valid, by whichever name the issuer goes', async () => {
    for (const iss of expected.issuers) expect(await check({ ...good, iss })).toBe(true);
  });

  it.each<[string, Readonly<Record<string, unknown>>]>([
    ['of another issuer', { iss: 'https://evil.example/as' }],
    ['of no issuer', { iss: undefined }],
    ['for another client', { aud: 'another' }],
    ['for nobody', { aud: undefined }],
    ['with another nonce', { nonce: 'another' }],
    ['without a nonce', { nonce: undefined }],
    ['without a subject', { sub: undefined }],
    ['without an expiry', { exp: undefined }],
    ['without a time of issue', { iat: undefined }],
    ['that expired more than a minute ago', { exp: seconds - 61 }],
    ['that is of the future by more than a minute', { iat: seconds + 61 }],
    ['that was issued long ago', { iat: seconds - 700 }],
    ['for several, of whom none is named', { aud: ['client', 'another'] }],
    ['that was given to another party', { azp: 'another' }],
    ['for several, given to another', { aud: ['client', 'another'], azp: 'another' }],
  ])('%s is not', async (_name, claims) => {
    expect(await check({ ...good, ...claims })).toBe(false);
  });

  it('may be a minute off, have one audience in a list, or name this client as its party', async () => {
    for (const claims of [
      { exp: seconds - 59, iat: seconds - 300 },
      { iat: seconds + 59 },
      { aud: ['client'] },
      { aud: ['client', 'another'], azp: 'client' },
    ]) {
      expect(await check({ ...good, ...claims })).toBe(true);
    }
  });

  it('that somebody else signed is not, nor one whose key is not there', async () => {
    expect(await isIdTokenValid(await sign(good, { key: other.privateKey }), await keys(), expected)).toBe(false);
    expect(await isIdTokenValid(await sign(good, { kid: 'unknown' }), await keys(), expected)).toBe(false);
    expect(await isIdTokenValid(await sign(good), { keys: [] }, expected)).toBe(false);
  });

  it('that nobody signed is not, nor one signed with the public key as a secret', async () => {
    const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
    expect(await isIdTokenValid(`${encode({ alg: 'none' })}.${encode(good)}.`, await keys(), expected)).toBe(false);
    const secret = Buffer.from(JSON.stringify((await keys()).keys[0]));
    const forged = await new SignJWT(good).setProtectedHeader({ alg: 'HS256', kid: 'default' }).sign(secret);
    expect(await isIdTokenValid(forged, await keys(), expected)).toBe(false);
  });

  it('that is none at all is not', async () => {
    for (const text of ['', 'x', 'a.b.c', 'a.b.c.d.e']) expect(await isIdTokenValid(text, await keys(), expected)).toBe(false);
  });
});

describe('Keys', () => {
  it('are read from an answer that holds some, and from nothing else', () => {
    const answer = (status: number, body: string) => readKeys({ status, headers: new Headers(), body });
    expect(answer(200, '{"keys":[]}')).toEqual({ keys: [] });
    for (const body of ['', '{}', '{"keys":{}}', '[]', '<html>']) expect(answer(200, body)).toBeUndefined();
    expect(answer(404, '{"keys":[]}')).toBeUndefined();
    expect(readKeys({ transport: 'timeout' })).toBeUndefined();
  });
});
