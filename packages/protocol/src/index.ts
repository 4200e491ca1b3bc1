/** What the browser component, the server and the clients say to each other. */

export { connectSessionCreated, connectSessionView, createConnectSessionBody, endUser, organization } from './connect-session.ts';
export type { ConnectSessionCreated, ConnectSessionView, CreateConnectSessionBody } from './connect-session.ts';
export {
  connectedBody,
  connectionList,
  connectionListItem,
  createConnectionBody,
  fullConnection,
  progressEvent,
  progressSteps,
  regionBody,
} from './connection.ts';
export type {
  AccessResult,
  ConnectedBody,
  ConnectionList,
  ConnectionListItem,
  ConnectionStatus,
  CreateConnectionBody,
  FullConnection,
  Notice,
  ProgressEvent,
  RegionBody,
} from './connection.ts';
export { connectionQuery, connectionsQuery, regionsQuery } from './connections-query.ts';
export type { ConnectionsQuery } from './connections-query.ts';
export { errorBody, errorCodes } from './error.ts';
export type { ErrorBody, ErrorCode } from './error.ts';
export { CONNECT_SESSION_TOKEN_PREFIX, headers, PROGRESS_MEDIA_TYPE, SECRET_KEY_PREFIX } from './headers.ts';
