// First, because it says which layer gives way to which.
import './styles/console.css';
import '@latchkey/connect-ui/styles.css';
import './styles/parts.css';
import './styles/menu.css';
import './styles/shell.css';
import './styles/overview.css';
import './styles/logs.css';
import './styles/settings.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createConsoleQueryClient } from './api/query-client.ts';
import { createConsoleRouter } from './router.tsx';

const container = document.getElementById('app');
if (container) {
  const queryClient = createConsoleQueryClient();
  createRoot(container).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={createConsoleRouter(queryClient)} />
      </QueryClientProvider>
    </StrictMode>,
  );
}
