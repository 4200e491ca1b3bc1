import '@latchkey/connect-ui/styles.css';
import './page.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { HostedPage } from './hosted-page.tsx';
import { takeTicket } from './ticket.ts';
import { findWords } from './words.ts';

const apiUrl = document.querySelector<HTMLMetaElement>('meta[name="latchkey-api"]')?.content ?? '';
const { tag, words } = findWords(navigator.languages);
document.documentElement.lang = tag;
document.documentElement.dir = tag === 'ar' ? 'rtl' : 'ltr';

const container = document.getElementById('app');
if (container) {
  const root = createRoot(container);
  let visits = 0;
  const show = (): void => {
    visits += 1;
    root.render(
      <StrictMode>
        <HostedPage key={visits} apiUrl={apiUrl} arrival={takeTicket(window)} words={words} />
      </StrictMode>,
    );
  };
  // Another link may be put into the address without the page being loaded anew.
  window.addEventListener('hashchange', show);
  show();
}
