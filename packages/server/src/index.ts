/** Latchkey's server: connects your customers' environments and keeps their tokens. */

export type { Clock } from './clock.ts';
export { createConnect } from './connect.ts';
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
export { generateSecretKey } from './secret-key.ts';
export type { FullConnectionRequest } from './http/backend-operations.ts';
export type { EncryptionFunctions } from './encryption-functions.ts';
export type { SecretKeyFunctions } from './secret-key-functions.ts';
export { readDatabaseState } from './store/read-database-state.ts';
export type { DatabaseState } from './store/read-database-state.ts';
export type { ConnectionRequest } from './use-cases/open-connection.ts';
export { generateEncryptionKey, readEncryptionKeyId } from './vault/encryption-key.ts';
