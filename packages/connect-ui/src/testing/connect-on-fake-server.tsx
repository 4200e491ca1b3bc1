import { useState, type ReactElement } from 'react';
import { SignInBrowserContext } from '../authorization/sign-in-browser-context.ts';
import type { SignInBrowser } from '../authorization/sign-in-browser.ts';
import { Connect } from '../connect/connect.tsx';
import type { ConnectProps } from '../connect/connect-props.ts';
import { createFakeFetch, type FakeServer, type SeenRequest } from './fake-api.ts';

/** {@link Connect} with a server that stands in the page. */
export interface ConnectOnFakeServerProps extends Omit<ConnectProps, 'apiUrl' | 'fetch'> {
  readonly server: FakeServer;
  /** Stands for the browser when somebody signs in. */
  readonly browser?: SignInBrowser;
  readonly onRequest?: (request: SeenRequest) => void;
}

/** Draws the component on a server that answers what the story says. */
export function ConnectOnFakeServer({ server, browser, onRequest, ...props }: ConnectOnFakeServerProps): ReactElement {
  const [fakeFetch] = useState(() => createFakeFetch(server, onRequest));
  return (
    <SignInBrowserContext.Provider value={browser}>
      <Connect {...props} apiUrl="https://app.example/latchkey" fetch={fakeFetch} />
    </SignInBrowserContext.Provider>
  );
}
