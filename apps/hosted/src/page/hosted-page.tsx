import { Connect } from '@latchkey/connect-ui';
import { useCallback, useEffect, useState, type ReactElement } from 'react';
import { openLink, readApp, type HostApp, type LinkProblem } from './open-link.ts';
import type { Ticket } from './read-ticket.ts';
import { Notice } from './notice.tsx';

interface HostedPageProps {
  readonly apiUrl: string;
  readonly ticket: Ticket | undefined;
}

/** What the form is shown with, or why it is not. */
type Opening = { readonly token: string; readonly integration: string | undefined } | { readonly problem: LinkProblem };

const incomplete: LinkProblem = {
  message: 'This link is not complete.',
  remedy: 'Open it again from the message that you got, or copy the whole of it into the address bar.',
  retryable: false,
};

/** The page that a customer's administrator is sent to: the app's name and logo, and the form. */
export function HostedPage({ apiUrl, ticket }: HostedPageProps): ReactElement {
  const [opening, setOpening] = useState<Opening | undefined>(ticket ? undefined : { problem: incomplete });
  const [app, setApp] = useState<HostApp>();

  const open = useCallback(async (): Promise<Opening> => {
    if (!ticket) return { problem: incomplete };
    if (ticket.kind === 'session') return { token: ticket.token, integration: ticket.integration };
    const answer = await openLink(apiUrl, ticket.token);
    if ('message' in answer) return { problem: answer };
    return { token: answer.session_token, integration: answer.integration_id };
  }, [apiUrl, ticket]);
  const start = useCallback(() => void open().then(setOpening), [open]);
  useEffect(start, [start]);
  useEffect(() => void readApp(apiUrl).then(setApp), [apiUrl]);
  useEffect(() => {
    document.title = app ? `Connect to ${app.name}` : 'Connect';
  }, [app]);

  // A session that has expired while somebody typed is replaced, as long as the link still gives one.
  const [first, setFirst] = useState(true);
  const getToken = useCallback(async (): Promise<string> => {
    if (first && opening && 'token' in opening) {
      setFirst(false);
      return opening.token;
    }
    const again = await open();
    if ('token' in again) return again.token;
    setOpening(again);
    throw new Error(again.problem.message);
  }, [first, opening, open]);

  return (
    <>
      <header className="host">
        {app?.logo_url && <img src={app.logo_url} alt="" height="32" />}
        {app && <p>{app.name}</p>}
      </header>
      <main>
        {opening === undefined && <p className="wait">One moment…</p>}
        {opening && 'problem' in opening && <Notice problem={opening.problem} onRetry={opening.problem.retryable ? start : undefined} />}
        {opening && 'token' in opening && (
          <Connect
            apiUrl={apiUrl}
            sessionToken={ticket?.kind === 'session' ? opening.token : getToken}
            integration={opening.integration}
            locale="auto"
          />
        )}
      </main>
    </>
  );
}
