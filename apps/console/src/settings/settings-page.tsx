import { Link } from '@tanstack/react-router';
import type { ReactElement, ReactNode } from 'react';
import { useIsAdmin } from '../api/use-is-admin.ts';
import { Page } from '../layout/page.tsx';

const tabs = [
  { to: '/settings/keys', label: 'Secret keys', forAdmins: true },
  { to: '/settings/webhooks', label: 'Webhooks' },
  { to: '/settings/connect', label: 'Connect UI' },
  { to: '/settings/links', label: 'Share links' },
  { to: '/settings/encryption', label: 'Encryption' },
  { to: '/settings/audit', label: 'Audit' },
] as const satisfies readonly { to: string; label: string; forAdmins?: boolean }[];

interface SettingsPageProps {
  readonly title: string;
  readonly about: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** One page of the settings, with the way to the others. */
export function SettingsPage({ title, about, actions, children }: SettingsPageProps): ReactElement {
  const isAdmin = useIsAdmin();
  return (
    <>
      <nav className="tabs" aria-label="Settings">
        <ul>
          {tabs
            .filter((tab) => isAdmin || !('forAdmins' in tab))
            .map(({ to, label }) => (
              <li key={to}>
                <Link to={to} className="tab" activeProps={{ 'aria-current': 'page' }}>
                  {label}
                </Link>
              </li>
            ))}
        </ul>
      </nav>
      <Page title={title} about={about} actions={actions}>
        {children}
      </Page>
    </>
  );
}
