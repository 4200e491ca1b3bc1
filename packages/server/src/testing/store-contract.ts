import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Store } from '../store/store.ts';
import { describeAuthorizationContract } from './store-contract-authorizations.ts';
import { describeConnectSessionContract } from './store-contract-connect-sessions.ts';
import { describeConnectionContract } from './store-contract-connections.ts';
import { describeConsoleContract } from './store-contract-console.ts';
import { describeIntegrationContract } from './store-contract-integrations.ts';
import { describeDeliveryContract } from './store-contract-deliveries.ts';
import { describeLeaseContract } from './store-contract-leases.ts';
import { describeRequestLogContract } from './store-contract-request-log.ts';
import { describeListContract } from './store-contract-lists.ts';
import { describePageContract } from './store-contract-pages.ts';
import { describeWebhookContract } from './store-contract-webhooks.ts';
import { describeSealedContract } from './store-contract-sealed.ts';
import { describeSearchContract } from './store-contract-searches.ts';
import { describeSecretKeyContract } from './store-contract-secret-keys.ts';
import { describeShareLinkContract } from './store-contract-share-links.ts';
import { makeConnection, makeConnectSession } from './make-connection.ts';

/** Two stores on the same empty data, as two processes have them, and a way to remove the data. A store that cannot share is given twice. */
export interface StorePair {
  readonly stores: readonly [Store, Store];
  readonly remove: () => Promise<void>;
}

/** The stores of the test that runs. */
export type CurrentStores = () => readonly [Store, Store];

/** Describes what every store promises in `store.ts`. */
export function describeStoreContract(name: string, openPair: () => Promise<StorePair>): void {
  describe(`The promises of a store, kept by ${name}`, () => {
    let pair: StorePair;
    const stores: CurrentStores = () => pair.stores;

    beforeEach(async () => {
      pair = await openPair();
      // At once, as two processes that start together do.
      await Promise.all(pair.stores.map((store) => store.migrate()));
    });

    afterEach(async () => {
      await Promise.all(pair.stores.map((store) => store.close()));
      await pair.remove();
    });

    test('Migrating once more keeps everything.', async () => {
      const [store] = stores();
      const session = makeConnectSession();
      await store.insertConnectSession(session);
      await store.migrate();
      expect(await store.findConnectSession(session.tokenHash)).toStrictEqual(session);
    });

    test('A store that works passes its check, again and again, by whichever process.', async () => {
      const [one, other] = stores();
      await one.check();
      await expect(Promise.all([one.check(), other.check(), one.check()])).resolves.toBeDefined();
    });

    test('A closed store says so, and closing it again does no harm.', async () => {
      const [store] = stores();
      await store.close();
      await store.close();
      await expect(store.findConnection('pingone-cc', 'any')).rejects.toMatchObject({ code: 'store_unavailable', message: /closed/ });
    });

    test('Closing waits for what is under way.', async () => {
      const [store] = stores();
      const inserts = Array.from({ length: 20 }, () => store.insertConnection(makeConnection()));
      await store.close();
      expect((await Promise.all(inserts)).every((stored) => stored !== undefined)).toBe(true);
    });

    describeConnectSessionContract(stores);
    describeAuthorizationContract(stores);
    describeConnectionContract(stores);
    describeLeaseContract(stores);
    describeListContract(stores);
    describeSearchContract(stores);
    describePageContract(stores);
    describeRequestLogContract(stores);
    describeWebhookContract(stores);
    describeDeliveryContract(stores);
    describeIntegrationContract(stores);
    describeSecretKeyContract(stores);
    describeConsoleContract(stores);
    describeSealedContract(stores);
    describeShareLinkContract(stores);
  });
}
