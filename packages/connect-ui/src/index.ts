/** The React component with which a customer connects their environment, inside the host's own page. */

export type { Connection, ConnectionAccess, ConnectedEnvironment, ConnectionNotice } from './api/connection.ts';
export type { SessionToken } from './api/authorized-fetch.ts';
export type { Copies, OfferedIntegration } from './api/session.ts';
export type { OwnClient } from './authorization/use-own-client.ts';
export type { SignInControl } from './authorization/use-sign-in.ts';
export { Connect } from './connect/connect.tsx';
export type { ConnectEvent } from './connect/connect-event.ts';
export type { ConnectOptions, ConnectProps } from './connect/connect-props.ts';
export type { ConnectState, ProgressStep } from './connect/connect-state.ts';
export type { Explanation } from './connect/explanation.ts';
export { useConnect } from './connect/use-connect.ts';
export type { ConnectControl } from './connect/use-connect.ts';
export type {
  ConnectField,
  FieldNote,
  FieldProblem,
  InputField,
  InputProps,
  SelectField,
  SelectProps,
} from './credential-form/connect-field.ts';
export type { KnownValue, KnownValues } from './credential-form/use-known-values.ts';
export { ConnectButton } from './dialog/connect-button.tsx';
export type { ConnectButtonProps } from './dialog/connect-button.tsx';
export { ConnectDialog } from './dialog/connect-dialog.tsx';
export type { ConnectDialogProps } from './dialog/connect-dialog.tsx';
export type { SignInWindow } from './flow/flow.ts';
export { locales, resolveLocale } from './messages/resolve-locale.ts';
export type { LocaleTag } from './messages/resolve-locale.ts';
export type { IconName } from './primitives/icon-paths.ts';
export type {
  AlertSlotProps,
  ButtonSlotProps,
  FieldSlotProps,
  HeaderSlotProps,
  IconSlotProps,
  InputSlotProps,
  SelectSlotProps,
  Slots,
} from './primitives/slots.ts';
export type { PartAttributes, Styling } from './primitives/styling.ts';
export { stylingContract } from './styling-contract.ts';
export type { PartName } from './styling-contract.ts';
export { stylingVariables } from './styling-variables.ts';
export type { StylingVariable } from './styling-variables.ts';
export type { ProviderForm } from '@latchkey/providers';
