import type { ReactElement } from 'react';
import { fn } from 'storybook/test';
import { ConnectOnFakeServer, type ConnectOnFakeServerProps } from './connect-on-fake-server.tsx';
import { connected, regions } from './examples.ts';
import { succeeding } from './fake-api.ts';

/** What the component is given in every story that does not say otherwise. */
export const connectArgs = {
  integration: 'pingone-cc',
  sessionToken: 'latchkey_connect_session_example',
  server: { regions, attempts: [succeeding(connected())] },
  onConnect: fn(),
  onError: fn(),
  onEvent: fn(),
  onRequest: fn(),
};

type Globals = Readonly<Record<string, unknown>>;

/** What the toolbar says about how a story looks and which language it speaks. */
export function readLook({ appearance, locale }: Globals): { readonly appearance: 'light' | 'dark' | 'auto'; readonly locale: string } {
  return {
    locale: typeof locale === 'string' ? locale : 'en',
    appearance: appearance === 'light' || appearance === 'dark' ? appearance : 'auto',
  };
}

/** Draws a story in the appearance and the language that the toolbar says. */
export function renderConnect(args: ConnectOnFakeServerProps, { globals }: { readonly globals: Globals }): ReactElement {
  return <ConnectOnFakeServer {...readLook(globals)} {...args} />;
}
