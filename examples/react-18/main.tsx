import { Connect } from '@latchkey/connect-ui';
import '@latchkey/connect-ui/styles.css';
import { StrictMode, version } from 'react';
import { createRoot } from 'react-dom/client';

// The token comes in the fragment, as on the demo's page for the form alone.
const sessionToken = new URLSearchParams(window.location.hash.slice(1)).get('session_token') ?? '';
const container = document.getElementById('app');
if (container) {
  container.dataset['react'] = version;
  createRoot(container).render(
    <StrictMode>
      <Connect apiUrl="/latchkey" sessionToken={sessionToken} integration="pingone-cc" />
    </StrictMode>,
  );
}
