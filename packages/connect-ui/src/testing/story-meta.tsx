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

/** Draws a story in the appearance and the language that the toolbar says. */
export function renderConnect(
  args: ConnectOnFakeServerProps,
  { globals }: { readonly globals: Readonly<Record<string, unknown>> },
): ReactElement {
  const { appearance, locale } = globals;
  return (
    <ConnectOnFakeServer
      locale={typeof locale === 'string' ? locale : 'en'}
      appearance={appearance === 'light' || appearance === 'dark' ? appearance : 'auto'}
      {...args}
    />
  );
}
