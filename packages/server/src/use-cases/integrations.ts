import { findProvider } from '@latchkey/providers';
import type { Clock } from '../clock.ts';
import type { OAuthClient } from '../core/integration.ts';
import { logBackground, type Logger } from '../log.ts';
import type { StoredIntegration } from '../store/integration-store.ts';
import type { Store } from '../store/store.ts';
import type { Vault } from '../vault/vault.ts';
import type { Background } from './background.ts';
import type { Integrations, KnownIntegration } from './deps.ts';
import { describeIntegration } from './describe-integration.ts';
import { openClient, sealClient } from './sealed-client.ts';
import { createShortMemory } from './short-memory.ts';

/** What finding integrations works with. */
interface IntegrationParts {
  /** Those of the options. */
  readonly fixed: readonly KnownIntegration[];
  /** Of the option, by the provider's family. */
  readonly providerHosts: Readonly<Record<string, KnownIntegration['hosts']>>;
  readonly store: Pick<Store, 'findIntegration' | 'listIntegrations' | 'updateIntegration'>;
  readonly vault: Vault;
  readonly clock: Clock;
  readonly background: Background;
  readonly logger: Logger;
}

/** An integration as it is stored, and opened. */
interface Opened {
  readonly stored: StoredIntegration;
  readonly known: KnownIntegration;
}

/**
 * Creates what finds integrations: first those of the options, which nothing that is stored takes the place of, then those that calls made.
 *
 * One that is stored is remembered for two seconds once it was found, so that a call through the proxy costs no look-up. A client that an older
 * encryption key sealed is sealed anew as soon as it was read.
 */
export function createIntegrations(parts: IntegrationParts): Integrations {
  const { fixed, store, vault, clock, background, logger } = parts;
  const fixedById = new Map(fixed.map((integration) => [integration.integrationId, integration]));

  const open = async (stored: StoredIntegration, last: Opened | undefined): Promise<Opened | undefined> => {
    const { integrationId, sealedClient } = stored;
    // One of a provider that a newer version made, and this one does not know.
    const definition = findProvider(stored.provider);
    if (definition === undefined) return undefined;
    const known = (client: OAuthClient | undefined): Opened => ({
      stored,
      known: describeIntegration({ ...stored, client }, definition, parts.providerHosts),
    });
    if (sealedClient === undefined) return known(undefined);
    const same = last?.stored.sealedClient === sealedClient ? last.known.client : undefined;
    const client = same ?? (await openClient(vault, integrationId, sealedClient));
    if (vault.keyIdOf(sealedClient) !== vault.currentKeyId) {
      background.start(`sealing of integration ${integrationId}`, async () => {
        const sealed = await sealClient(vault, integrationId, client);
        await store.updateIntegration(integrationId, stored.version, { sealedClient: sealed }, stored.updatedAt);
      });
    }
    return known(client);
  };

  const one = createShortMemory<Opened>(clock, async (integrationId, last) => {
    const stored = await store.findIntegration(integrationId);
    return stored && open(stored, last);
  });
  /** What was opened for the last list: a client that is still the same is not opened again. */
  let listed = new Map<string, Opened>();
  const openAll = async (): Promise<readonly Opened[]> => {
    const opened = await Promise.all(
      (await store.listIntegrations()).map(async (stored) => {
        try {
          return await open(stored, listed.get(stored.integrationId));
        } catch (error) {
          // One that does not open keeps nobody from the others.
          logBackground(logger, error);
          return undefined;
        }
      }),
    );
    const found = opened.filter((integration) => integration !== undefined);
    listed = new Map(found.map((integration) => [integration.stored.integrationId, integration]));
    return found;
  };

  return {
    fixed,
    find: async (integrationId) => fixedById.get(integrationId) ?? (await one.get(integrationId))?.known,
    list: async () => {
      const stored = (await openAll()).map(({ known }) => known);
      return [...fixed, ...stored.filter(({ integrationId }) => !fixedById.has(integrationId))];
    },
    forget: () => {
      one.forget();
      listed.clear();
    },
  };
}
