import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { forgetAnswers, sessionQuery, signOut, type Session } from '../api/session.ts';
import { Icon, type IconName } from '../parts/icon.tsx';
import { Menu } from '../parts/menu.tsx';
import { Problem } from '../parts/problem.tsx';

const pages = [
  { to: '/overview', label: 'Overview', icon: 'overview' },
  { to: '/integrations', label: 'Integrations', icon: 'integrations' },
  { to: '/connections', label: 'Connections', icon: 'connections' },
  { to: '/logs', label: 'Logs', icon: 'logs' },
  { to: '/settings', label: 'Settings', icon: 'settings' },
] as const satisfies readonly { to: string; label: string; icon: IconName }[];

/** The way from page to page, and out. */
export function Navigation({ user }: { readonly user: NonNullable<Session['user']> }): ReactElement {
  const queryClient = useQueryClient();
  const leave = useMutation({
    mutationFn: async (everywhere: boolean) => {
      await signOut(everywhere);
      await queryClient.fetchQuery({ ...sessionQuery, staleTime: 0 });
    },
    onSuccess: () => forgetAnswers(queryClient),
  });
  return (
    <header className="side">
      <p className="brand">
        <img src="/console/icon.svg" alt="" width="28" height="28" />
        Latchkey
      </p>
      <nav aria-label="Main">
        <ul>
          {pages.map(({ to, label, icon }) => (
            <li key={to}>
              <Link to={to} className="nav-link" activeProps={{ 'aria-current': 'page' }}>
                <Icon name={icon} />
                <span>{label}</span>
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <div className="who">
        <Menu
          label={user.role === 'viewer' ? `${user.name} · read-only` : user.name}
          items={[
            { label: 'Sign out', onSelect: () => leave.mutate(false) },
            { label: user.role === 'admin' ? 'Sign everybody out' : 'Sign out everywhere', onSelect: () => leave.mutate(true) },
          ]}
        />
        <Problem error={leave.error} />
      </div>
    </header>
  );
}
