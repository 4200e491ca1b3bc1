import type { ProviderForm } from '@latchkey/providers';
import { useContext, useEffect, useMemo, useRef } from 'react';
import type { Host } from '../connect/use-host.ts';
import { useLatest } from '../connect/use-latest.ts';
import { useLater } from '../primitives/later.ts';
import type { Authorizer, SignInForm } from './create-authorizer.ts';
import { signInPart } from './load-sign-in.ts';
import { SignInBrowserContext } from './sign-in-browser-context.ts';

/** What a person may do about a sign-in. */
export type SignInControl = Authorizer['control'];

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
    if (isEarly.current) authorizer?.control.authorize();
    isEarly.current = false;
    return stop;
  }, [authorizer]);
  const wait = (): void => {
    isEarly.current = wanted;
    if (wanted) signInPart.load().catch(form.flow.fail);
  };
  return authorizer?.control ?? { authorize: wait, reopen: wait, continueInTab: wait, cancel: wait };
}
