import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState, type ReactElement } from 'react';
import { failureOf } from '../api/failure.ts';
import { localizeForm } from '../messages/provider-text.ts';
import { useMessages } from '../messages/use-messages.ts';
import { ConnectForm } from './connect-form.tsx';
import type { ConnectProps } from './connect-props.ts';
import { explain } from './explanation.ts';
import { findTarget } from './find-target.ts';
import { FormSkeleton } from './form-skeleton.tsx';
import { IntegrationPicker } from './integration-picker.tsx';
import { Unavailable } from './unavailable.tsx';
import { useHost } from './use-host.ts';

/** Shows the form of the integration, a picker when there are several, or why there is neither. */
export function ConnectBody({ integration, provider, onClose }: Pick<ConnectProps, 'integration' | 'provider' | 'onClose'>): ReactElement {
  const host = useHost();
  const { locale } = useMessages();
  const [chosen, setChosen] = useState<string>();
  const wanted = integration ?? chosen;
  const needsSession = useMemo(() => findTarget(wanted, provider, undefined).kind === 'unknown', [wanted, provider]);
  const session = useQuery({ queryKey: ['session'], queryFn: ({ signal }) => host.api.getSession(signal), enabled: needsSession });

  const target = useMemo(() => findTarget(wanted, provider, session.data), [wanted, provider, session.data]);
  const form = useMemo(() => (target.kind === 'form' ? localizeForm(locale, target.form) : undefined), [locale, target]);
  const explanation = useMemo(() => {
    if (target.kind === 'failure') return explain(locale, target.failure, []);
    return target.kind === 'unknown' && session.error ? explain(locale, failureOf(session.error), []) : undefined;
  }, [locale, target, session.error]);
  useEffect(() => {
    if (explanation) host.failed(explanation);
  }, [host, explanation]);

  if (explanation) return <Unavailable explanation={explanation} onRetry={() => void session.refetch()} />;
  if (target.kind === 'choice') return <IntegrationPicker integrations={target.integrations} onChoose={setChosen} />;
  if (target.kind === 'form' && form) {
    return <ConnectForm key={target.integrationId} integrationId={target.integrationId} form={form} onClose={onClose} />;
  }
  return <FormSkeleton />;
}
