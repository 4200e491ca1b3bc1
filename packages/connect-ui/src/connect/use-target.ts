import type { ProviderForm } from '@latchkey/providers';
import { useQuery, type QueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import type { RequestFailed } from '../api/failure.ts';
import type { OfferedIntegration, Reconnect, Session } from '../api/session.ts';
import { unreachable } from '../api/unreachable.ts';
import type { LocaleText } from '../messages/locale.ts';
import type { ConnectOptions } from './connect-props.ts';
import { explain, type Explanation } from './explanation.ts';
import { findTarget } from './find-target.ts';
import { useLatest } from './use-latest.ts';
import type { Host } from './use-host.ts';

/** What is to be shown, in the person's language. */
export type LocalTarget =
  | {
      readonly kind: 'form';
      readonly integrationId: string;
      readonly form: ProviderForm;
      readonly reconnect: Reconnect | undefined;
      /** What the session says of it, once it did. */
      readonly offered: OfferedIntegration | undefined;
    }
  | { readonly kind: 'choice'; readonly integrations: readonly OfferedIntegration[] }
  | { readonly kind: 'failure'; readonly explanation: Explanation }
  | { readonly kind: 'unknown' };

interface UsedTarget {
  readonly target: LocalTarget;
  readonly choose: (integrationId: string) => void;
  /** Asks the server again. */
  readonly retry: () => void;
}

/**
 * Finds out what is shown, and asks the server what the session is for.
 *
 * A form that is known without the server is shown at once. It is taken away when the session is of no use, before anything is typed in
 * vain; whatever else goes wrong with the question, the attempt to connect will tell.
 */
export function useTarget(host: Host, queryClient: QueryClient, locale: LocaleText, options: ConnectOptions): UsedTarget {
  const { integration, provider, sessionToken } = options;
  const [chosen, setChosen] = useState<string>();
  const wanted = integration ?? chosen;
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

  const found = useMemo(() => {
    const target = findTarget(wanted, provider, data);
    // What loads the question may fail too, and has no failure of its own.
    const { failure = unreachable } = error ?? {};
    return error && (target.kind === 'unknown' || !failure.retryable) ? ({ kind: 'failure', failure } as const) : target;
  }, [wanted, provider, data, error]);
  const target = useMemo((): LocalTarget => {
    if (found.kind === 'failure') return { kind: 'failure', explanation: explain(locale, found.failure, []) };
    if (found.kind !== 'form') return found;
    const reconnect = data?.reconnect?.integrationId === found.integrationId ? data.reconnect : undefined;
    const offered = data?.integrations.find(({ integrationId }) => integrationId === found.integrationId);
    return { ...found, form: locale.localizeForm?.(locale, found.form) ?? found.form, reconnect, offered };
  }, [locale, found, data]);

  // The host hears of a failure once, in whatever language it is read later.
  const explanation = useLatest(target.kind === 'failure' ? target.explanation : undefined);
  useEffect(() => {
    if (found.kind === 'failure' && explanation.current) host.failed(explanation.current);
  }, [host, found, explanation]);

  return { target, choose: setChosen, retry: () => void refetch() };
}
