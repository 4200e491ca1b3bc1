import { Connect } from '@latchkey/connect-ui';
import { useEffect, useState, type ReactElement } from 'react';
import { Notice } from './notice.tsx';
import { readApp, type HostApp } from './open-link.ts';
import type { Arrival } from './ticket.ts';
import { useOpening } from './use-opening.ts';
import type { NoticeName, Words } from './words.ts';

interface HostedPageProps {
  readonly apiUrl: string;
  readonly arrival: Arrival;
  readonly words: Words;
}

/** What passes by itself, or may work at the next try. */
const RETRYABLE: ReadonlySet<NoticeName> = new Set(['offline', 'unreachable', 'busy']);

/** The page that a customer's administrator is sent to: the app's name and logo, and the form. */
export function HostedPage({ apiUrl, arrival, words }: HostedPageProps): ReactElement {
  const [app, setApp] = useState<HostApp>();
  const [isConnected, setConnected] = useState(false);
  const { opening, retry, getToken, refuse } = useOpening(apiUrl, arrival);

  useEffect(() => void readApp(apiUrl).then(setApp), [apiUrl]);
  const title = app ? words.title.replace('{app}', () => app.name) : words.untitled;
  useEffect(() => {
    document.title = title;
  }, [title]);

  return (
    <>
      <header className="host">
        {app?.logo_url && (
          <img key={app.logo_url} src={app.logo_url} alt="" height="40" onError={(event) => event.currentTarget.remove()} />
        )}
        <h1>{title}</h1>
      </header>
      <main>
        {opening === undefined && <output className="wait">{words.wait}</output>}
        {opening && 'notice' in opening && (
          <Notice
            key={opening.notice}
            text={words.notices[opening.notice]}
            action={words.retry}
            onRetry={RETRYABLE.has(opening.notice) ? retry : undefined}
          />
        )}
        {opening && 'token' in opening && (
          <Connect
            key={opening.token}
            apiUrl={apiUrl}
            sessionToken={getToken}
            integration={opening.integration}
            locale="auto"
            onConnect={() => setConnected(true)}
            onError={({ code }) => refuse(code)}
          />
        )}
        <output className="done">{isConnected && words.done}</output>
      </main>
    </>
  );
}
