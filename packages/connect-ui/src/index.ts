/** The React component with which a customer connects their environment, inside the host's own page. */

export type { Connection, ConnectionAccess, ConnectedEnvironment, ConnectionNotice } from './api/connection.ts';
export type { SessionToken } from './api/authorized-fetch.ts';
export { Connect } from './connect/connect.tsx';
export type { ConnectEvent } from './connect/connect-event.ts';
export type { ConnectProps } from './connect/connect-props.ts';
export type { Explanation } from './connect/explanation.ts';
export { locales, resolveLocale } from './messages/resolve-locale.ts';
export type { LocaleTag } from './messages/resolve-locale.ts';
export { stylingContract } from './styling-contract.ts';
export type { PartName } from './styling-contract.ts';
export { stylingVariables } from './styling-variables.ts';
export type { StylingVariable } from './styling-variables.ts';
