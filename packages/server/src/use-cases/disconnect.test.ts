import { expect, test } from 'vitest';
import { openStore } from '../store/open-store.ts';
import { createOpenVault, insertOpenable, makeDeps } from '../testing/make-deps.ts';
import { createVirtualClock } from '../testing/virtual-clock.ts';
import { disconnect } from './disconnect.ts';
import { openConnection } from './open-connection.ts';

test('A token that is asked for while its connection is deleted is not remembered.', async () => {
  const [clock, vault, real] = [createVirtualClock(), createOpenVault(), openStore({ database: ':memory:' })];
  await real.migrate();
  const store: typeof real = {
    ...real,
    deleteConnection: async (...key) => {
      await openConnection(deps, stored);
      return real.deleteConnection(...key);
    },
  };
  const deps = makeDeps({ store, clock, vault, requestTokenSet: () => Promise.reject(new Error('Nothing is to be requested.')) });
  const expiresAt = new Date(clock.now().getTime() + 3_600_000);
  const stored = await insertOpenable(store, { vault, clock }, { accessToken: 'secret', expiresAt, raw: {} });
  await disconnect(deps, stored);
  expect(deps.tokenMemory.find(stored)).toBeUndefined();
  await real.close();
});
