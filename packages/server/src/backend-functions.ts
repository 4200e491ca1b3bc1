import { createConnectionFunctions, type ConnectionFunctions } from './connection-functions.ts';
import { createEncryptionFunctions, type EncryptionFunctions } from './encryption-functions.ts';
import type { Entrance } from './entrance.ts';
import { createIntegrationFunctions, type IntegrationFunctions } from './integration-functions.ts';
import { createLogFunctions, type LogFunctions } from './log-functions.ts';
import { createOverviewFunctions, type OverviewFunctions } from './overview-functions.ts';
import { createSecretKeyFunctions, type SecretKeyFunctions } from './secret-key-functions.ts';
import { createShareLinkFunctions, type ShareLinkFunctions } from './share-link-functions.ts';
import type { Deps } from './use-cases/deps.ts';
import { createWebhookFunctions, type WebhookFunctions } from './webhook-functions.ts';

/** What a process may do, in the words of the HTTP API. Each area has a file. */
export interface BackendFunctions
  extends
    ConnectionFunctions,
    IntegrationFunctions,
    ShareLinkFunctions,
    SecretKeyFunctions,
    WebhookFunctions,
    LogFunctions,
    OverviewFunctions,
    EncryptionFunctions {}

/** Creates them. */
export function createBackendFunctions(deps: Deps, entrance: Entrance): BackendFunctions {
  return {
    ...createConnectionFunctions(deps, entrance),
    ...createIntegrationFunctions(deps, entrance),
    ...createShareLinkFunctions(deps, entrance),
    ...createSecretKeyFunctions(deps, entrance),
    ...createWebhookFunctions(deps, entrance),
    ...createLogFunctions(deps, entrance),
    ...createOverviewFunctions(deps, entrance),
    ...createEncryptionFunctions(deps, entrance),
  };
}
