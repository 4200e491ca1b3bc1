/**
 * The button and the dialog alone. A bundler that cannot divide the package's main door takes in the form with whatever comes through it;
 * through this one it comes when it is needed.
 */

export { ConnectButton } from './dialog/connect-button.tsx';
export type { ConnectButtonProps } from './dialog/connect-button.tsx';
export { ConnectDialog } from './dialog/connect-dialog.tsx';
export type { ConnectDialogProps } from './dialog/connect-dialog.tsx';
