import type { Integration } from '../core/integration.ts';

/** An integration that a call made. Its OAuth client is sealed. */
export interface IntegrationRecord extends Integration {
  /** Compact JWE, which opens only for this integration; `undefined` where each end user brings a client of their own. */
  readonly sealedClient: string | undefined;
  readonly scopes: readonly string[];
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** An integration with its version. */
export interface StoredIntegration extends IntegrationRecord {
  /** Changes with every write; see {@link IntegrationStore.updateIntegration}. */
  readonly version: number;
}

/** What {@link IntegrationStore.updateIntegration} may change. */
export type IntegrationChange = Partial<Pick<IntegrationRecord, 'integrationId' | 'displayName' | 'sealedClient' | 'scopes'>>;

/** Keeps the integrations that calls made; those that the options name are not among them. */
export interface IntegrationStore {
  /**
   * Adds an integration. When its id is taken, or connections of another provider are left under it, nothing changes and it resolves to
   * `undefined`. Connections of the same provider that are left under it are its own from now on.
   */
  insertIntegration(integration: IntegrationRecord): Promise<StoredIntegration | undefined>;

  /** Finds an integration by its id. There is none under an id that cannot be stored, here and in `deleteIntegration`. */
  findIntegration(integrationId: string): Promise<StoredIntegration | undefined>;

  /** Lists all integrations, in the order in which they were made. */
  listIntegrations(): Promise<readonly StoredIntegration[]>;

  /**
   * Changes an integration if it still has this version, and moves `updatedAt`. Keys that are absent keep their values; `sealedClient` that is
   * present with `undefined` is cleared. A new id is given only while there is no connection under the old one, and no integration and no
   * connection under the new one.
   *
   * @returns The integration as it is now, or `undefined` when it could not be changed: read again and decide anew.
   */
  updateIntegration(integrationId: string, version: number, change: IntegrationChange, now: Date): Promise<StoredIntegration | undefined>;

  /** Tells whether an integration is there. It waits for who deletes it or gives it another id at this moment. */
  holdsIntegration(integrationId: string): Promise<boolean>;

  /** Removes an integration that nothing is connected through. Resolves to whether it was there and is gone. */
  deleteIntegration(integrationId: string): Promise<boolean>;

  /** Counts the connections under an id, whether or not there is such an integration, and no further than `atMost`. */
  countConnections(integrationId: string, atMost: number): Promise<number>;
}
