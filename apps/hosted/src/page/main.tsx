import '@latchkey/connect-ui/styles.css';
import './page.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { HostedPage } from './hosted-page.tsx';
import { readTicket } from './read-ticket.ts';

const apiUrl = document.querySelector<HTMLMetaElement>('meta[name="latchkey-api"]')?.content ?? '';
const container = document.getElementById('app');
if (container) {
  createRoot(container).render(
    <StrictMode>
      <HostedPage apiUrl={apiUrl} ticket={readTicket(window.location.hash)} />
    </StrictMode>,
  );
}
