import { useEffect, useState } from 'react';
import { api, type Customer } from './api.ts';
import { LoginPage } from './login-page.tsx';
import { SettingsPage } from './settings-page.tsx';
import { ReviewsPage } from './reviews-page.tsx';

type Page = 'reviews' | 'settings';

/** The demo app: log in as one of two customers, look at reviews, and connect PingOne under Settings. */
export function App() {
  const [customer, setCustomer] = useState<Customer | null | undefined>();
  const page = usePage();

  useEffect(() => {
    api.me().then(setCustomer, () => setCustomer(null));
  }, []);

  if (customer === undefined) return null;
  if (customer === null) return <LoginPage onLogin={setCustomer} />;
  return (
    <div className="shell">
      <header className="topbar">
        <a className="brand" href="#reviews">
          <img src="/icon.svg" alt="" width="28" height="28" />
          Rollcall
        </a>
        <nav aria-label="Main" className="tabs">
          <a href="#reviews" aria-current={page === 'reviews' ? 'page' : undefined}>
            Reviews
          </a>
          <a href="#settings" aria-current={page === 'settings' ? 'page' : undefined}>
            Settings
          </a>
        </nav>
        <div className="who">
          <span className="who-name">
            <strong>{customer.name}</strong>
            <span>{customer.organization.display_name}</span>
          </span>
          <button type="button" className="quiet" onClick={() => void api.logout().then(() => setCustomer(null))}>
            Log out
          </button>
        </div>
      </header>
      <main className="content">{page === 'settings' ? <SettingsPage customer={customer} /> : <ReviewsPage customer={customer} />}</main>
    </div>
  );
}

/** The page that the address names, so that reload and back keep it. */
function usePage(): Page {
  const [page, setPage] = useState(readPage);
  useEffect(() => {
    const follow = (): void => setPage(readPage());
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, []);
  return page;
}

function readPage(): Page {
  return window.location.hash.startsWith('#settings') ? 'settings' : 'reviews';
}
