/** What the browser component, the server and the clients say to each other. */

export { authorizationCreated, authorizationMessage, authorizationView, createAuthorizationBody } from './authorization.ts';
export type { AuthorizationCreated, AuthorizationMessage, AuthorizationView, CreateAuthorizationBody } from './authorization.ts';
export {
  connectSessionCreated,
  connectSessionView,
  createConnectSessionBody,
  createReconnectSessionBody,
  endUser,
  organization,
} from './connect-session.ts';
export type { ConnectSessionCreated, ConnectSessionView, CreateConnectSessionBody, CreateReconnectSessionBody } from './connect-session.ts';
export {
  checkedConnection,
  connectedBody,
  connectionList,
  connectionListItem,
  connectionStatus,
  createConnectionBody,
  fullConnection,
  progressEvent,
  regionBody,
  shownConnection,
} from './connection.ts';
export type {
  AccessResult,
  CheckedConnection,
  ConnectedBody,
  ConnectionList,
  ConnectionListItem,
  ConnectionStatus,
  CreateConnectionBody,
  FullConnection,
  Notice,
  ProgressEvent,
  RegionBody,
  ShownConnection,
} from './connection.ts';
export { connectionMetadataBody, updateConnectionBody } from './connection-change.ts';
export type { ConnectionMetadataBody, UpdateConnectionBody } from './connection-change.ts';
export { importConnectionBody } from './connection-import.ts';
export type { ImportConnectionBody } from './connection-import.ts';
export { connectionKeyQuery, connectionQuery, connectionSorts, connectionsQuery, isByUpdate, regionsQuery } from './connections-query.ts';
export type { ConnectionSort, ConnectionsQuery } from './connections-query.ts';
export {
  appBody,
  auditActorKinds,
  auditBody,
  auditQuery,
  consoleRoles,
  consoleScopes,
  consoleSessionBody,
  encryptionBody,
  oidcStartQuery,
  overviewBody,
  overviewQuery,
  settingsBody,
  signInBody,
} from './console.ts';
export type {
  AppBody,
  AuditBody,
  AuditQuery,
  ConsoleRole,
  ConsoleSessionBody,
  EncryptionBody,
  OverviewBody,
  OverviewQuery,
  SettingsBody,
  SignInBody,
} from './console.ts';
export { errorBody, errorCodes } from './error.ts';
export type { ErrorBody, ErrorCode } from './error.ts';
export {
  createIntegrationBody,
  deleteIntegrationQuery,
  INTEGRATION_ID,
  integrationBody,
  integrationListBody,
  integrationQuery,
  OAUTH_SCOPE,
  parseScopeList,
  updateIntegrationBody,
} from './integration.ts';
export type {
  CreateIntegrationBody,
  IntegrationBody,
  IntegrationEntry,
  IntegrationExtra,
  IntegrationListBody,
  UpdateIntegrationBody,
} from './integration.ts';
export { holdsScope, keyScopes } from './key-scopes.ts';
export type { KeyGrant, KeyScope } from './key-scopes.ts';
export { healthBody, successBody } from './plain-answers.ts';
export {
  EVENT_STREAM_MEDIA_TYPE,
  operationBody,
  operationCallerTypes,
  operationList,
  operationListItem,
  operationMessage,
  operationsQuery,
  operationStatuses,
  operationStreamQuery,
  operationTypes,
  REDACTED,
} from './request-log.ts';
export type {
  OperationBody,
  OperationCallerType,
  OperationList,
  OperationListItem,
  OperationMessageBody,
  OperationsQuery,
  OperationStatus,
  OperationStreamQuery,
  OperationType,
} from './request-log.ts';
export { providerBody, providerListBody, providersQuery } from './provider.ts';
export type { ProviderBody, ProviderEntry, ProviderListBody } from './provider.ts';
export { readRetryAfter } from './retry-after.ts';
export { createKeyBody, keyCreatedBody, keyListBody } from './secret-key.ts';
export type { CreateKeyBody, KeyCreatedBody, KeyEntry, KeyListBody } from './secret-key.ts';
export {
  createShareLinkBody,
  openShareLinkBody,
  shareLinkCreatedBody,
  shareLinkListBody,
  shareLinkOpenedBody,
  shareLinksQuery,
  shareLinkStates,
} from './share-link.ts';
export type {
  CreateShareLinkBody,
  ShareLinkCreatedBody,
  ShareLinkEntry,
  ShareLinkListBody,
  ShareLinkOpenedBody,
  ShareLinksQuery,
} from './share-link.ts';
export { isStorable } from './text.ts';
export { CONNECT_SESSION_TOKEN_PREFIX, headers, PROGRESS_MEDIA_TYPE, SECRET_KEY_PREFIX } from './headers.ts';
export { progressStates, progressSteps } from './progress.ts';
export {
  createWebhookBody,
  deliveriesQuery,
  deliveryBody,
  deliveryListBody,
  deliveryProblems,
  deliveryStates,
  rotateWebhookSecretBody,
  updateWebhookBody,
  webhookBody,
  webhookCreatedBody,
  webhookEvent,
  webhookEventTypes,
  webhookListBody,
  webhookSecretBody,
} from './webhook.ts';
export type {
  CreateWebhookBody,
  DeliveriesQuery,
  DeliveryBody,
  DeliveryEntry,
  DeliveryListBody,
  RotateWebhookSecretBody,
  UpdateWebhookBody,
  WebhookBody,
  WebhookCreatedBody,
  WebhookEntry,
  WebhookEvent,
  WebhookEventType,
  WebhookListBody,
  WebhookSecretBody,
} from './webhook.ts';
