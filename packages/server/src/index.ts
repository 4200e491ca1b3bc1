/** Latchkey's server: connects your customers' environments and keeps their tokens. */

export type { Clock } from './clock.ts';
export { createConnect, createConnectForCommand } from './connect.ts';
export type { Connect } from './connect.ts';
export { ConnectError } from './errors.ts';
export type { ErrorDetails } from './errors.ts';
export { createLogger } from './log.ts';
export type { Logger } from './log.ts';
export type { AppOption, ConnectOptions, ConsoleOidcOption, ConsoleOption, IntegrationOption } from './options.ts';
export { OptionsError } from './options-error.ts';
export type { OptionProblem } from './options-error.ts';
export { hashPassword } from './console/password.ts';
export { servePages } from './http/serve-pages.ts';
export { serveScript } from './http/serve-script.ts';
export type { PagesOptions } from './http/serve-pages.ts';
export type { ScriptOptions } from './http/serve-script.ts';
export { generateSecretKey } from './secret-key.ts';
export type { FullConnectionRequest } from './http/backend-operations.ts';
export type { BackendFunctions } from './backend-functions.ts';
export type { ConnectionFunctions } from './connection-functions.ts';
export type { ConnectionKey } from './core/connect-session.ts';
export type { EncryptionFunctions } from './encryption-functions.ts';
export type { IntegrationFunctions } from './integration-functions.ts';
export type { LogFunctions, OperationWatcher } from './log-functions.ts';
export type { OverviewFunctions } from './overview-functions.ts';
export type { SecretKeyFunctions } from './secret-key-functions.ts';
export type { ShareLinkFunctions } from './share-link-functions.ts';
export type { WebhookFunctions } from './webhook-functions.ts';
export { readDatabaseState } from './store/read-database-state.ts';
export type { DatabaseState } from './store/read-database-state.ts';
export type { ConnectionRequest } from './use-cases/open-connection.ts';
export { generateEncryptionKey, readEncryptionKeyId } from './vault/encryption-key.ts';
// The bodies of the HTTP API, which those functions take and give.
export type {
  AuditBody,
  AuditQuery,
  CheckedConnection,
  ConnectSessionCreated,
  ConnectionList,
  ConnectionMetadataBody,
  ConnectionsQuery,
  CreateConnectSessionBody,
  CreateIntegrationBody,
  CreateKeyBody,
  CreateReconnectSessionBody,
  CreateShareLinkBody,
  CreateWebhookBody,
  DeliveriesQuery,
  DeliveryBody,
  DeliveryListBody,
  EncryptionBody,
  FullConnection,
  ImportConnectionBody,
  IntegrationBody,
  IntegrationExtra,
  IntegrationListBody,
  KeyCreatedBody,
  KeyListBody,
  OperationBody,
  OperationList,
  OperationListItem,
  OperationStreamQuery,
  OperationsQuery,
  OverviewBody,
  OverviewQuery,
  ProviderBody,
  ProviderListBody,
  RotateWebhookSecretBody,
  SettingsBody,
  ShareLinkCreatedBody,
  ShareLinkListBody,
  ShareLinksQuery,
  UpdateConnectionBody,
  UpdateIntegrationBody,
  UpdateWebhookBody,
  WebhookBody,
  WebhookCreatedBody,
  WebhookListBody,
  WebhookSecretBody,
} from '@latchkey/protocol';
