import { useQuery } from '@tanstack/react-query';
import { Outlet } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { sessionQuery } from '../api/session.ts';
import { ErrorState } from '../parts/error-state.tsx';
import { Loading } from '../parts/loading.tsx';
import { SignInPage } from '../sign-in/sign-in-page.tsx';
import { Navigation } from './navigation.tsx';
import { OldAnswers } from './old-answers.tsx';

/** What stands round every page; before anybody has signed in, the way to do so. */
export function Shell(): ReactElement {
  const { data: session, error, refetch } = useQuery(sessionQuery);
  if (error && !session) {
    return (
      <main className="alone">
        <ErrorState error={error} onRetry={() => void refetch()} />
      </main>
    );
  }
  if (!session) {
    return (
      <main className="alone">
        <Loading />
      </main>
    );
  }
  if (!session.user) return <SignInPage signIn={session.sign_in} />;
  return (
    <div className="shell">
      <a className="skip" href="#content">
        Skip to content
      </a>
      <Navigation user={session.user} />
      <main id="content" className="content" tabIndex={-1}>
        <OldAnswers />
        <Outlet />
      </main>
    </div>
  );
}
