import type { ProviderForm } from '@latchkey/providers';
import { useQuery, type QueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { failureOf } from '../api/failure.ts';
import type { OfferedIntegration } from '../api/session.ts';
import type { LocaleText } from '../messages/locale.ts';
import { localizeForm } from '../messages/provider-text.ts';
import type { ConnectOptions } from './connect-props.ts';
import { explain, type Explanation } from './explanation.ts';
import { findTarget } from './find-target.ts';
import type { Host } from './use-host.ts';

/** What is to be shown, in the person's language. */
export type LocalTarget =
  | { readonly kind: 'form'; readonly integrationId: string; readonly form: ProviderForm }
  | { readonly kind: 'choice'; readonly integrations: readonly OfferedIntegration[] }
  | { readonly kind: 'failure'; readonly explanation: Explanation }
  | { readonly kind: 'unknown' };

interface UsedTarget {
  readonly target: LocalTarget;
  readonly choose: (integrationId: string) => void;
  /** Asks the server again. */
  readonly retry: () => void;
}

/** Finds out what is shown, and asks the server where only the session knows it. */
export function useTarget(host: Host, queryClient: QueryClient, locale: LocaleText, options: ConnectOptions): UsedTarget {
  const { integration, provider } = options;
  const [chosen, setChosen] = useState<string>();
  const wanted = integration ?? chosen;
  const needsSession = useMemo(() => findTarget(wanted, provider, undefined).kind === 'unknown', [wanted, provider]);
  const { data, error, refetch } = useQuery(
    { queryKey: ['session'], queryFn: ({ signal }) => host.api.getSession(signal), enabled: needsSession },
    queryClient,
  );

  const target = useMemo((): LocalTarget => {
    const found = findTarget(wanted, provider, data);
    if (found.kind === 'form') return { ...found, form: localizeForm(locale, found.form) };
    if (found.kind === 'failure') return { kind: 'failure', explanation: explain(locale, found.failure, []) };
    return found.kind === 'unknown' && error ? { kind: 'failure', explanation: explain(locale, failureOf(error), []) } : found;
  }, [locale, wanted, provider, data, error]);

  const explanation = target.kind === 'failure' ? target.explanation : undefined;
  useEffect(() => {
    if (explanation) host.failed(explanation);
  }, [host, explanation]);

  return { target, choose: setChosen, retry: () => void refetch() };
}
