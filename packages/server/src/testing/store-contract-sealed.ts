import { describe, expect, test } from 'vitest';
import type { SealedValue } from '../store/sealed-store.ts';
import { createVault, type Vault } from '../vault/vault.ts';
import { generateEncryptionKey } from '../vault/encryption-key.ts';
import { makeBareConnection, makeConnectSession } from './make-connection.ts';
import type { CurrentStores } from './store-contract.ts';

const at = (ms: number): Date => new Date(1_763_626_530_000 + ms);

/** Describes what every store promises of sealing anew. */
export function describeSealedContract(stores: CurrentStores): void {
  const vault = createVault([generateEncryptionKey()]);
  const newer = createVault([generateEncryptionKey()]);

  const insert = async (by: Vault) => {
    const connection = makeBareConnection();
    const { connectionId } = connection;
    const inserted = await stores()[0].insertConnection({
      ...connection,
      sealedCredential: await by.seal('credential', connectionId, {}),
      sealedTokenSet: await by.seal('token_set', connectionId, {}),
    });
    return inserted!;
  };

  describe('Sealing anew', () => {
    test('What another key has sealed is found, in the order of the connections, and counted by its key.', async () => {
      const [one, other] = stores();
      const [first, , third] = [await insert(vault), await insert(newer), await insert(vault)];
      const { values, next } = await other.listSealedConnections(newer.currentKeyId, 0);
      expect(next).toBeUndefined();
      expect(values).toEqual(
        [first, third].flatMap(({ rowId, connectionId: ownerId, sealedCredential, sealedTokenSet }) => [
          { purpose: 'credential', ownerId, rowId, sealed: sealedCredential },
          { purpose: 'token_set', ownerId, rowId, sealed: sealedTokenSet },
        ]),
      );
      expect((await one.listSealedConnections(newer.currentKeyId, first.rowId)).values).toHaveLength(2);
      const counts = await one.countAllConnections();
      const of = (keyId: string): number =>
        counts.reduce((sum, one) => sum + (one.credentialKeyId === keyId && one.tokenSetKeyId === keyId ? one.count : 0), 0);
      expect([of(vault.currentKeyId), of(newer.currentKeyId)]).toEqual([2, 1]);
    });

    test('A value is replaced where it still stands; what was changed meanwhile stays; versions and leases are as they were.', async () => {
      const [one, other] = stores();
      const connection = await insert(vault);
      const { rowId, version, connectionId } = connection;
      await one.acquireLease(rowId, 'owner', at(1000), at(0));
      const { values } = await one.listSealedConnections(newer.currentKeyId, 0);
      const resealed = await Promise.all(
        values.map(async (value) => ({ value, sealed: await newer.seal(value.purpose, value.ownerId, {}) })),
      );
      const fresh = await vault.seal('token_set', connectionId, { fresh: true });
      expect(await other.releaseLease(rowId, 'owner', { sealedTokenSet: fresh }, at(1))).toMatchObject({ version: version + 1 });
      // What was read before must not hide it.
      await other.findConnection(connection.integrationId, connection.connectionId);
      expect(await one.replaceSealed(resealed)).toBe(1);
      const stored = await other.findConnection(connection.integrationId, connectionId);
      expect(stored).toMatchObject({
        version: version + 1,
        sealedTokenSet: fresh,
        updatedAt: at(1),
        sealedCredential: resealed[0]!.sealed,
      });
      expect((await one.listSealedConnections(newer.currentKeyId, 0)).values.map(({ purpose }) => purpose)).toEqual(['token_set']);
    });

    test('What integrations, webhooks, attempts and live sessions have is found too, and replaced where it stands.', async () => {
      const [one, other] = stores();
      const sealed = await vault.seal('session_client', 'session', { clientId: 'a' });
      const defaults = { 'pingone-cc': { config: {}, scopes: undefined, sealedClient: sealed } };
      const live = makeConnectSession({ defaults, expiresAt: at(10) });
      await one.insertConnectSession(live);
      await one.insertConnectSession(makeConnectSession({ defaults, expiresAt: at(0) }));
      await one.insertConnectSession(makeConnectSession({ defaults: undefined, expiresAt: at(10) }));
      const found = await other.listSealedElsewhere(at(5));
      const value: SealedValue = { purpose: 'session_client', ownerId: live.sessionId, sealed, rowId: undefined };
      expect(found).toEqual([value]);
      const anew = await newer.seal('session_client', 'session', { clientId: 'a' });
      expect(await one.replaceSealed([{ value, sealed: anew }])).toBe(1);
      expect(await other.replaceSealed([{ value, sealed: 'late' }])).toBe(0);
      const stored = await other.findConnectSession(live.tokenHash);
      expect(stored?.defaults?.['pingone-cc']?.sealedClient).toBe(anew);
    });

    test('One owner at a time has the right to go on, and begins where the last one ended.', async () => {
      const [one, other] = stores();
      const claim = { keyId: 'key', total: 9, expiresAt: at(100), now: at(0) };
      const claims = await Promise.all([one.claimKeyRotation({ ...claim, owner: 'a' }), other.claimKeyRotation({ ...claim, owner: 'b' })]);
      const granted = claims.filter((one) => one !== undefined);
      expect(granted).toEqual([{ keyId: 'key', state: 'running', leaseExpiresAt: at(100), afterRowId: 0, done: 0, total: 9 }]);
      const owner = claims[0] === undefined ? 'b' : 'a';

      const progress = { state: 'running', leaseExpiresAt: at(200), afterRowId: 5, done: 3 } as const;
      expect(await one.saveKeyRotation('key', owner === 'a' ? 'b' : 'a', progress)).toBe(false);
      expect(await one.saveKeyRotation('key', owner, progress)).toBe(true);
      expect(await other.findKeyRotation('key')).toEqual({ keyId: 'key', total: 9, ...progress });

      expect(await other.claimKeyRotation({ ...claim, owner: 'c', now: at(199), expiresAt: at(300) })).toBeUndefined();
      const resumed = await other.claimKeyRotation({ ...claim, owner: 'c', total: 6, now: at(200), expiresAt: at(300) });
      expect(resumed).toEqual({ keyId: 'key', state: 'running', leaseExpiresAt: at(300), afterRowId: 5, done: 3, total: 9 });
      expect(await one.saveKeyRotation('key', owner, progress)).toBe(false);
      expect(await other.saveKeyRotation('key', 'c', { ...progress, state: 'done' })).toBe(true);

      const again = await one.claimKeyRotation({ ...claim, owner: 'd', total: 2, now: at(201), expiresAt: at(400) });
      expect(again).toEqual({ keyId: 'key', state: 'running', leaseExpiresAt: at(400), afterRowId: 0, done: 0, total: 2 });
    });
  });
}
