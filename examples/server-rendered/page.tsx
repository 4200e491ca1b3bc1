import { Connect } from '@latchkey/connect-ui';

const getSessionToken = async (): Promise<string> => (await (await fetch('/session', { method: 'POST' })).json()).token;

/** The page, rendered on the server and taken over by the browser. */
export function Page() {
  return (
    <main>
      <Connect apiUrl="/latchkey" sessionToken={getSessionToken} integration="pingone-cc" />
    </main>
  );
}
