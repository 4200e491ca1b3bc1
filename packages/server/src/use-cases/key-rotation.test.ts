import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStore } from '../store/open-store.ts';
import type { Store } from '../store/store.ts';
import { insertOpenable, makeDeps } from '../testing/make-deps.ts';
import { createTestClock } from '../testing/test-clock.ts';
import { generateEncryptionKey } from '../vault/encryption-key.ts';
import { createVault } from '../vault/vault.ts';
import type { Deps } from './deps.ts';
import { refreshTokenSet } from './refresh-token-set.ts';
import { openTokenSet } from './sealed-values.ts';

const [newKey, oldKey] = [generateEncryptionKey(), generateEncryptionKey()];
const clock = createTestClock();
let store: Store;
beforeEach(async () => {
  store = openStore({ database: ':memory:', clock });
  await store.migrate();
});
afterEach(() => store.close());

const makeTokens = (accessToken: string, lifeMs = 3_600_000) => ({
  accessToken,
  refreshToken: `refresh of ${accessToken}`,
  expiresAt: new Date(clock.now().getTime() + lifeMs),
  raw: {},
});

/** A process with these keys, and a provider that gives one new token set after another. */
function makeProcess(keys: readonly string[], given: Partial<Deps> = {}): Deps & { readonly sent: string[] } {
  const sent: string[] = [];
  const deps = makeDeps({
    store,
    clock,
    vault: createVault(keys),
    requestTokenSet: ({ tokens }) => {
      sent.push(tokens?.refreshToken ?? '');
      return Promise.resolve({ tokens: makeTokens(`new ${sent.length}`, 7_200_000), authMethod: 'CLIENT_SECRET_BASIC' });
    },
    ...given,
  });
  return { ...deps, sent };
}

async function rotate(deps: Deps): Promise<void> {
  const work = await deps.keyRotator.start();
  await work?.();
}

describe('Sealing anew', () => {
  it('is no new token set to who refreshes: the refresh goes on', async () => {
    const old = makeProcess([oldKey]);
    const basis = await insertOpenable(store, old, makeTokens('old', -1));
    const now = makeProcess([newKey, oldKey]);
    const integration = (await now.integrations.find('pingone-cc'))!;
    await rotate(now);
    expect((await store.findConnection('pingone-cc', basis.connectionId))?.sealedTokenSet).not.toBe(basis.sealedTokenSet);
    const { tokens } = await refreshTokenSet(now, integration, basis);
    expect(tokens.accessToken).toBe('new 1');
    expect(now.sent).toEqual(['refresh of old']);
  });

  it('never puts an old token set in the place of a new one that comes while it is sealed', async () => {
    const old = makeProcess([oldKey]);
    const basis = await insertOpenable(store, old, makeTokens('old', -1));
    const plain = makeProcess([newKey, oldKey]);
    const integration = (await plain.integrations.find('pingone-cc'))!;
    const now = makeProcess([newKey, oldKey], {
      store: {
        ...store,
        // Between reading and writing, somebody else refreshes.
        replaceSealed: async (values) => {
          await refreshTokenSet(plain, integration, basis);
          return store.replaceSealed(values);
        },
      },
    });
    await rotate(now);
    const stored = (await store.findConnection('pingone-cc', basis.connectionId))!;
    expect(await openTokenSet(plain.vault, basis.connectionId, stored.sealedTokenSet)).toMatchObject({ accessToken: 'new 1' });
    expect((await now.keyRotator.readState()).keys).toEqual([
      { keyId: plain.vault.currentKeyId, sealedValues: 2 },
      { keyId: old.vault.currentKeyId, sealedValues: 0 },
    ]);
  });

  it('stops soon when it is told to, and another process goes on at once', async () => {
    const old = makeProcess([oldKey]);
    for (let count = 0; count < 120; count += 1) await insertOpenable(store, old, makeTokens('old'));
    const first = makeProcess([newKey, oldKey], {
      store: {
        ...store,
        replaceSealed: (values) => {
          first.keyRotator.stop();
          return store.replaceSealed(values);
        },
      },
    });
    await rotate(first);
    const { rotation } = await first.keyRotator.readState();
    expect(rotation).toMatchObject({ state: 'running', total: 240 });
    expect(rotation.done).toBe(50);
    const second = makeProcess([newKey, oldKey]);
    const work = await second.keyRotator.resume();
    await work?.();
    expect((await second.keyRotator.readState()).rotation).toMatchObject({ state: 'done', done: 240, total: 240 });
    expect(await second.keyRotator.resume()).toBeUndefined();
  });
});
