import { createEncryptionFunctions, type EncryptionFunctions } from './encryption-functions.ts';
import type { Gate } from './gate.ts';
import { createIntegrationFunctions, type IntegrationFunctions } from './integration-functions.ts';
import { createLogFunctions, type LogFunctions } from './log-functions.ts';
import { createOverviewFunctions, type OverviewFunctions } from './overview-functions.ts';
import { createSecretKeyFunctions, type SecretKeyFunctions } from './secret-key-functions.ts';
import { createShareLinkFunctions, type ShareLinkFunctions } from './share-link-functions.ts';
import type { Deps } from './use-cases/deps.ts';
import { createWebhookFunctions, type WebhookFunctions } from './webhook-functions.ts';

/** What a process may do beside connections and their sessions. Each area has a file. */
export interface BackendFunctions
  extends
    IntegrationFunctions,
    ShareLinkFunctions,
    SecretKeyFunctions,
    WebhookFunctions,
    LogFunctions,
    OverviewFunctions,
    EncryptionFunctions {}

/** Creates them. */
export function createBackendFunctions(deps: Deps, gate: Gate): BackendFunctions {
  return {
    ...createIntegrationFunctions(deps, gate),
    ...createShareLinkFunctions(deps, gate),
    ...createSecretKeyFunctions(deps, gate),
    ...createWebhookFunctions(deps, gate),
    ...createLogFunctions(deps, gate),
    ...createOverviewFunctions(deps, gate),
    ...createEncryptionFunctions(deps, gate),
  };
}
