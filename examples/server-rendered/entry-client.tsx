import '@latchkey/connect-ui/styles.css';
import { StrictMode } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { Page } from './page.tsx';

const container = document.getElementById('app');
if (container) {
  hydrateRoot(
    container,
    <StrictMode>
      <Page />
    </StrictMode>,
    { onRecoverableError: (error) => reportError(error) },
  );
}
