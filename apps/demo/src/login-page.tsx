import { useEffect, useState } from 'react';
import { api, type Customer } from './api.ts';

/** Two customers to choose from: a demo needs no passwords. */
export function LoginPage({ onLogin }: { readonly onLogin: (customer: Customer) => void }) {
  const [customers, setCustomers] = useState<readonly Customer[]>([]);
  useEffect(() => {
    api.customers().then(setCustomers, () => setCustomers([]));
  }, []);
  return (
    <main className="login">
      <img src="/icon.svg" alt="" width="48" height="48" />
      <h1>Log in to Rollcall</h1>
      <p className="muted">Access reviews for the people in your directory. Choose who you are.</p>
      <ul className="choices">
        {customers.map((customer) => (
          <li key={customer.id}>
            <button type="button" onClick={() => void api.login(customer.id).then(onLogin)}>
              <span className="avatar" aria-hidden="true">
                {customer.name.charAt(0)}
              </span>
              <span>
                <strong>Log in as {customer.name}</strong>
                <span className="muted">{customer.organization.display_name}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </main>
  );
}
