import type { ProviderForm } from '@latchkey/providers';
import { useContext, useEffect, useMemo, useRef } from 'react';
import { unreachable } from '../api/failure-of.ts';
import type { Host } from '../connect/use-host.ts';
import { useLatest } from '../connect/use-latest.ts';
import { useLater } from '../primitives/later.ts';
import type { Authorizer, SignInForm } from './create-authorizer.ts';
import { signInPart } from './load-sign-in.ts';
import { SignInBrowserContext } from './sign-in-browser-context.ts';

/** What a person may do about a sign-in. */
export type SignInControl = Omit<Authorizer, 'start'>;

/** Runs the sign-ins of a form whose grant has somebody sign in; for any other form it does nothing. */
export function useSignIn(
  host: Host,
  integrationId: string | undefined,
  grant: ProviderForm['grant'] | undefined,
  form: SignInForm,
): SignInControl {
  const browser = useContext(SignInBrowserContext);
  const latest = useLatest(form);
  const wanted = grant === 'authorization_code';
  // Loaded from the start, so that a click need not wait for it.
  const { part } = useLater(signInPart, wanted);
  const authorizer = useMemo(
    () => (integrationId === undefined ? undefined : part?.createAuthorizer(host, integrationId, latest, browser)),
    [part, host, integrationId, latest, browser],
  );
  const isEarly = useRef(false);
  useEffect(() => {
    const stop = authorizer?.start();
    if (isEarly.current) authorizer?.authorize();
    isEarly.current &&= !authorizer;
    return stop;
  }, [authorizer]);

  return useMemo(() => {
    const call = (name: keyof SignInControl) => () => {
      if (authorizer || !wanted) return authorizer?.[name]();
      isEarly.current = true;
      signInPart.load().catch(() => latest.current.flow.fail(unreachable));
    };
    return { authorize: call('authorize'), reopen: call('reopen'), continueInTab: call('continueInTab'), cancel: call('cancel') };
  }, [authorizer, wanted, latest]);
}
