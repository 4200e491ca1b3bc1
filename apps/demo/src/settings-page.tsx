import '@latchkey/connect-ui/styles.css';
import type { Customer } from './api.ts';
import { IntegrationCard } from './integration-card.tsx';

/** Settings → Integrations: what the customer can connect. */
export function SettingsPage({ customer }: { readonly customer: Customer }) {
  return (
    <>
      <p className="crumbs muted">Settings</p>
      <h1>Integrations</h1>
      <p className="muted">Connect the systems of {customer.organization.display_name} to Rollcall.</p>
      <IntegrationCard
        integration="pingone-cc"
        name="PingOne"
        about="Read people, groups and applications from your PingOne environment."
        action="Connect PingOne"
      />
      <IntegrationCard
        integration="pingone"
        name="PingOne sign-in"
        about="Sign in to PingOne yourself: Rollcall then reads your own profile."
        action="Sign in with PingOne"
      />
    </>
  );
}
