import { useQuery, type QueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import type { RequestFailed } from '../api/failure.ts';
import type { Reconnect, Session } from '../api/session.ts';
import { unreachable } from '../api/unreachable.ts';
import type { LocaleText } from '../messages/locale.ts';
import type { ConnectOptions } from './connect-props.ts';
import type { ConnectState } from './connect-state.ts';
import { explain } from './explanation.ts';
import { findTarget, type FormTarget } from './find-target.ts';
import { useLatest } from './use-latest.ts';
import type { Host } from './use-host.ts';

/** What is to be shown, in the person's language. */
export type LocalTarget =
  | (FormTarget & { readonly reconnect: Reconnect | undefined })
  | Extract<ConnectState, { name: 'choosing' | 'loading' | 'unavailable' }>;

interface UsedTarget {
  readonly target: LocalTarget;
  readonly choose: (integrationId: string) => void;
  /** Goes back to the choice; `undefined` where there is none. */
  readonly chooseAnother: (() => void) | undefined;
  /** Asks the server again. */
  readonly retry: () => void;
}

/**
 * Finds out what is shown, and asks the server what the session is for.
 *
 * A form that is known without the server is shown at once. It is taken away when the session is of no use, or of another, before anything is
 * typed in vain; whatever else goes wrong with the question, the attempt to connect will tell.
 */
export function useTarget(host: Host, queryClient: QueryClient, locale: LocaleText, options: ConnectOptions): UsedTarget {
  const { integration, provider, sessionToken } = options;
  const [chosen, setChosen] = useState<string>();
  const { data, error, refetch } = useQuery<Session, Partial<RequestFailed>>(
    {
      // Another text is another session; to the key, all functions are one.
      queryKey: ['session', sessionToken],
      queryFn: async ({ signal }) => (await host.api.load()).getSession(signal),
      enabled: sessionToken !== '',
      placeholderData: (previous) => previous,
    },
    queryClient,
  );
  // A choice that was taken back is an empty one.
  const wanted = (integration ?? chosen ?? data?.begun) || undefined;

  const found = useMemo(() => {
    const target = findTarget(wanted, provider, data);
    // What loads the question may fail too, and has no failure of its own.
    const { failure = unreachable } = error ?? {};
    return error && (target.name === 'loading' || !failure.retryable) ? ({ name: 'failure', failure } as const) : target;
  }, [wanted, provider, data, error]);
  const target = useMemo((): LocalTarget => {
    if (found.name === 'failure') return { name: 'unavailable', explanation: explain(locale, found.failure, []) };
    if (found.name !== 'form') return found;
    return { ...found, form: locale.localizeForm?.(locale, found.form) ?? found.form, reconnect: data?.reconnect };
  }, [locale, found, data]);

  // The host hears of a failure once, in whatever language it is read later.
  const explanation = useLatest(target.name === 'unavailable' ? target.explanation : undefined);
  useEffect(() => {
    if (found.name === 'failure' && explanation.current) host.failed(explanation.current);
  }, [host, found, explanation]);

  return {
    target,
    choose: setChosen,
    chooseAnother: integration === undefined && data?.integrations[1] ? () => setChosen('') : undefined,
    retry: () => void refetch(),
  };
}
