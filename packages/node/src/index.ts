/** Latchkey's client for backends. */

export type { Attribution } from './attribution.ts';
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
  Credentials,
  EndUser,
  Organization,
} from './connection.ts';
export type { ConnectionFilter, ConnectionImport, ConnectionKeys, Connections, GetOptions } from './connections.ts';
export type { ConnectSession, ConnectSessionOrder, ConnectSessions, ReconnectSessionOrder } from './connect-sessions.ts';
export { LatchkeyError } from './errors.ts';
export type { InputProblem, LatchkeyErrorFacts } from './errors.ts';
export type { CallOptions } from './exchange.ts';
export type { Integration, Integrations } from './integrations.ts';
export type { LatchkeyOptions } from './options.ts';
export type { Provider, ProviderField, Providers } from './providers.ts';
export type { PaginateOptions, Proxy, ProxyBodyOptions, ProxyOptions } from './proxy.ts';
