import { Connect } from '@latchkey/connect-ui';
import '@latchkey/connect-ui/styles.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './embed.css';

// The fragment never leaves the browser, so the token stands in no request line and no referrer.
const fragment = new URLSearchParams(window.location.hash.slice(1));
const sessionToken = fragment.get('session_token') ?? '';
const integration = fragment.get('integration') ?? undefined;

const container = document.getElementById('app');
if (container) {
  createRoot(container).render(
    <StrictMode>
      <h1>Connect PingOne</h1>
      <Connect apiUrl="/latchkey" sessionToken={sessionToken} integration={integration} />
    </StrictMode>,
  );
}
