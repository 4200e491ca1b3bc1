/** Latchkey's client for backends. */

export type { Attribution } from './attribution.ts';
export type { Audit, AuditEntry } from './audit.ts';
export type { Query } from './build-url.ts';
export { createLatchkey } from './client.ts';
export type { Latchkey } from './client.ts';
export type {
  AccessResult,
  ConnectedEnvironment,
  Connection,
  ConnectionDetails,
  ConnectionKey,
  ConnectionProblem,
  ConnectionWithToken,
  EndUser,
  Organization,
} from './connection.ts';
export type { ConnectionImport, ImportedClient, ImportedTokens } from './connection-import.ts';
export type { ConnectionChange, ConnectionFilter, ConnectionKeys, Connections, GetOptions } from './connections.ts';
export type {
  ConnectSession,
  ConnectSessionOrder,
  ConnectSessions,
  IntegrationDefaults,
  ReconnectSessionOrder,
} from './connect-sessions.ts';
export type { Credentials } from './credentials.ts';
export type { Encryption, EncryptionState } from './encryption.ts';
export { LatchkeyError } from './errors.ts';
export type { InputProblem, LatchkeyErrorFacts } from './errors.ts';
export type { CallOptions } from './exchange.ts';
export type {
  DeleteIntegrationOptions,
  Integration,
  IntegrationChange,
  IntegrationClient,
  IntegrationOrder,
  Integrations,
  IntegrationWithClient,
} from './integrations.ts';
export type { CreatedSecretKey, Keys, Scope, SecretKey, SecretKeyOrder } from './keys.ts';
export type {
  LoggedHeader,
  Logs,
  Operation,
  OperationDetails,
  OperationError,
  OperationFilter,
  OperationMessage,
  WatchOptions,
} from './logs.ts';
export type { LatchkeyOptions } from './options.ts';
export type { ConnectionCounts, Overview, OverviewSpan, RequestBucket, RequestCounts } from './overview.ts';
export type { Provider, ProviderField, Providers } from './providers.ts';
export type { PaginateOptions, Proxy, ProxyBodyOptions, ProxyOptions } from './proxy.ts';
export type { ServerSettings, Settings } from './settings.ts';
export type { CreatedShareLink, ShareLink, ShareLinkOrder, ShareLinks } from './share-links.ts';
export { verifyWebhook } from './verify-webhook.ts';
export type { VerifyOptions, WebhookHeaders } from './verify-webhook.ts';
export type { WebhookConnection, WebhookEvent } from './webhook-event.ts';
export type {
  CreatedWebhook,
  DeliveriesPage,
  Delivery,
  DeliveryFilter,
  RotateOptions,
  Webhook,
  WebhookChange,
  WebhookEventType,
  WebhookOrder,
  Webhooks,
  WebhookSecret,
} from './webhooks.ts';
export type { ConnectionSort, ConnectionStatus, OperationStatus, OperationType } from '@latchkey/protocol';
