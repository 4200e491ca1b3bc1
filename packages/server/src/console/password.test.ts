import { describe, expect, it } from 'vitest';
import { checkPassword, hashPassword, isPasswordHash } from './password.ts';

describe('the password of the console', () => {
  it('is known again by its hash, and another is not', async () => {
    const hash = await hashPassword('correct horse battery');
    expect(isPasswordHash(hash)).toBe(true);
    expect(hash).not.toContain('correct');
    expect(await checkPassword('correct horse battery', hash)).toBe(true);
    expect(await checkPassword('correct horse batterY', hash)).toBe(false);
    expect(await checkPassword('', hash)).toBe(false);
  });

  it('is hashed with new salt each time', async () => {
    expect(await hashPassword('correct horse battery')).not.toBe(await hashPassword('correct horse battery'));
  });

  it('has the same hash again with the same salt, which has sixteen bytes', async () => {
    const salt = new Uint8Array(16).fill(7);
    const hash = await hashPassword('correct horse battery', salt);
    expect(await hashPassword('correct horse battery', salt)).toBe(hash);
    expect(await checkPassword('correct horse battery', hash)).toBe(true);
    await expect(hashPassword('correct horse battery', new Uint8Array(8))).rejects.toThrow('16 bytes');
  });

  it('is the same however its accents are written', async () => {
    const hash = await hashPassword('cafe\u0301 au lait noir');
    expect(await checkPassword('caf\u00e9 au lait noir', hash)).toBe(true);
  });

  it('has twelve characters at least', async () => {
    await expect(hashPassword('eleven char')).rejects.toThrow(/12/);
  });

  it('tells a hash from anything else', () => {
    expect(isPasswordHash('correct horse battery')).toBe(false);
    expect(isPasswordHash('scrypt$65536$8$1$short$short')).toBe(false);
  });
});
