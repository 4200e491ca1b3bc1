import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, type ReactElement } from 'react';
import { buildUrl } from '../api/api.ts';
import { toApiError } from '../api/api-error.ts';
import { forgetAnswers, hasSessionEnded, sessionQuery, signIn as signInByPassword, type Session } from '../api/session.ts';
import { ActionButton } from '../parts/action-button.tsx';
import { FormRow } from '../parts/form-row.tsx';
import { takeFocus } from '../parts/take-focus.ts';

/** How one signs in: by password, by the company's own sign-on, or not at all until that is set up. */
export function SignInPage({ signIn }: { readonly signIn: Session['sign_in'] }): ReactElement {
  const queryClient = useQueryClient();
  const [password, setPassword] = useState('');
  const [hasEnded] = useState(() => hasSessionEnded(queryClient));
  const attempt = useMutation({
    mutationFn: () => signInByPassword(password),
    onSuccess: (session) => {
      forgetAnswers(queryClient);
      queryClient.setQueryData(sessionQuery.queryKey, session);
    },
    onSettled: () => setPassword(''),
  });
  const error = attempt.error && toApiError(attempt.error);
  useEffect(() => {
    document.title = 'Sign in · Latchkey';
  }, []);

  return (
    <main className="alone">
      <section className="card sign-in">
        <p className="brand">
          <img src="/console/icon.svg" alt="" width="32" height="32" />
          Latchkey
        </p>
        <h1>Sign in</h1>
        {hasEnded && (
          <p className="note">
            Your session has ended. Once you have signed in you are back on this page; what was not saved has to be typed again.
          </p>
        )}
        {signIn.password && (
          <form
            onSubmit={(event) => {
              event.preventDefault();
              attempt.mutate();
            }}
          >
            <FormRow
              label="Password"
              hint="The first start printed it, unless the configuration has one."
              problem={error ? `${error.message} ${error.remedy ?? ''}` : undefined}
            >
              {(control) => (
                <input
                  {...control}
                  ref={takeFocus}
                  type="password"
                  autoComplete="current-password"
                  required
                  value={password}
                  onChange={(event) => setPassword(event.target.value)}
                />
              )}
            </FormRow>
            <ActionButton type="submit" className="button primary" isBusy={attempt.isPending}>
              {attempt.isPending ? 'Signing in…' : 'Sign in'}
            </ActionButton>
          </form>
        )}
        {signIn.oidc && (
          <a
            className="button"
            href={buildUrl('/console/api/oidc/start', { return_to: window.location.pathname + window.location.search })}
          >
            Sign in with {signIn.oidc.label}
          </a>
        )}
        {!signIn.password && !signIn.oidc && (
          <p className="muted">Nobody can sign in yet: give the server a password or an OpenID Connect issuer for the console.</p>
        )}
      </section>
    </main>
  );
}
