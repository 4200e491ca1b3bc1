import { describe, expect, test } from 'vitest';
import { makeSecretKey } from './make-integration.ts';
import type { CurrentStores } from './store-contract.ts';

/** Describes what every store promises of secret keys. */
export function describeSecretKeyContract(stores: CurrentStores): void {
  describe('Secret keys', () => {
    test('A key comes back as it was put in, to the millisecond, from every process, by its hash.', async () => {
      const [one, other] = stores();
      const key = makeSecretKey();
      await one.insertSecretKey(key);
      expect(await other.findSecretKey(key.keyHash)).toStrictEqual(key);
      expect(await other.findSecretKey('0'.repeat(64))).toBeUndefined();
    });

    test('What a key does not have is undefined when it comes back.', async () => {
      const [store] = stores();
      const key = makeSecretKey({ scopes: ['all'], expiresAt: undefined, lastUsedAt: undefined });
      await store.insertSecretKey(key);
      expect(await store.findSecretKey(key.keyHash)).toStrictEqual(key);
    });

    test('They are listed in the order in which they were made, expired ones too.', async () => {
      const [one, other] = stores();
      const keys = [makeSecretKey({ expiresAt: new Date(0) }), makeSecretKey(), makeSecretKey({ expiresAt: undefined })];
      for (const [index, key] of keys.entries()) await (index % 2 ? one : other).insertSecretKey(key);
      expect(await one.listSecretKeys()).toStrictEqual(keys);
    });

    test('A hash belongs to one key: the second is refused and the first stays.', async () => {
      const [one, other] = stores();
      const key = makeSecretKey();
      await one.insertSecretKey(key);
      await expect(other.insertSecretKey(makeSecretKey({ keyHash: key.keyHash }))).rejects.toThrow(/unique/i);
      expect(await other.listSecretKeys()).toStrictEqual([key]);
    });

    test('The last use is noted unless one is known that is not long ago, and nothing else changes.', async () => {
      const [one, other] = stores();
      const key = makeSecretKey({ lastUsedAt: undefined });
      await one.insertSecretKey(key);
      const at = (ms: number): Date => new Date(1_763_626_530_000 + ms);
      const lastUse = async (): Promise<Date | undefined> => (await one.findSecretKey(key.keyHash))?.lastUsedAt;
      await one.noteSecretKeyUse(key.keyId, at(0), at(-60_000));
      expect(await lastUse()).toEqual(at(0));
      await other.noteSecretKeyUse(key.keyId, at(59_999), at(-1));
      expect(await lastUse()).toEqual(at(0));
      await other.noteSecretKeyUse(key.keyId, at(60_000), at(0));
      expect(await one.findSecretKey(key.keyHash)).toStrictEqual({ ...key, lastUsedAt: at(60_000) });
    });

    test('A removed key is gone, for every process, can be removed once, and does not come back by being used.', async () => {
      const [one, other] = stores();
      const key = makeSecretKey();
      await one.insertSecretKey(key);
      const removals = await Promise.all([one.deleteSecretKey(key.keyId), other.deleteSecretKey(key.keyId)]);
      expect(removals.filter(Boolean)).toHaveLength(1);
      await other.noteSecretKeyUse(key.keyId, new Date(), new Date());
      expect(await one.findSecretKey(key.keyHash)).toBeUndefined();
      expect(await one.deleteSecretKey('\0')).toBe(false);
    });
  });
}
