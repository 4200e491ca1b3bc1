import type { ProviderForm } from '@latchkey/providers';
import { useEffect, useMemo, type ReactElement } from 'react';
import { CredentialForm } from '../credential-form/credential-form.tsx';
import { useConnectFlow } from '../flow/use-connect-flow.ts';
import { ConnectionResult } from '../result/connection-result.tsx';
import { useProof } from '../result/use-proof.ts';
import { useHost } from './use-host.ts';

interface ConnectFormProps {
  readonly integrationId: string;
  readonly form: ProviderForm;
  readonly onClose: (() => void) | undefined;
}

/** One integration, from the empty form to the proof that it works. */
export function ConnectForm({ integrationId, form, onClose }: ConnectFormProps): ReactElement {
  const { emit } = useHost();
  const flow = useConnectFlow(useMemo(() => form.fields.map((field) => field.name), [form]));
  useProof(flow.state.name !== 'editing');
  useEffect(() => emit({ type: 'form_shown', integrationId }), [emit, integrationId]);

  if (flow.state.name === 'connected') return <ConnectionResult connection={flow.state.connection} form={form} onDone={onClose} />;
  return <CredentialForm integrationId={integrationId} form={form} flow={flow} />;
}
