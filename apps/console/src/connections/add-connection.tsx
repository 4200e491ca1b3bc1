import { ConnectDialog } from '@latchkey/connect-ui';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useCallback, useRef, useState, type ReactElement } from 'react';
import { apiUrl, call } from '../api/api.ts';
import { IntegrationSelect, useIntegrationChoice } from '../integrations/integration-select.tsx';
import { FormRow } from '../parts/form-row.tsx';
import { Modal } from '../parts/modal.tsx';
import { readConnectionsAnew, type ConnectionKey } from './queries.ts';

interface AddConnectionProps {
  /** The integration that is chosen to begin with. @default the first */
  readonly preferred: string | undefined;
  readonly onClose: () => void;
}

/** Makes a connection for trying out, by the same dialog that customers see; then shows it. */
export function AddConnection({ preferred, onClose }: AddConnectionProps): ReactElement {
  const [integrationId, setIntegrationId] = useIntegrationChoice(preferred);
  const [endUserId, setEndUserId] = useState('test-user');
  const [step, setStep] = useState<'choose' | 'connect'>('choose');
  const made = useRef<ConnectionKey>(undefined);
  const client = useQueryClient();
  const navigate = useNavigate();
  const getToken = useCallback(async (): Promise<string> => {
    const body = { end_user: { id: endUserId }, ...(integrationId !== undefined && { allowed_integrations: [integrationId] }) };
    return (await call<{ data: { token: string } }>('POST', '/connect/sessions', { body })).data.token;
  }, [endUserId, integrationId]);

  if (step === 'connect' && integrationId !== undefined) {
    return (
      <ConnectDialog
        open
        apiUrl={apiUrl}
        sessionToken={getToken}
        integration={integrationId}
        onConnect={({ connectionId, integrationId: connected }) => {
          made.current = { integrationId: connected, connectionId };
          void readConnectionsAnew(client);
        }}
        onOpenChange={() => {
          onClose();
          if (made.current) void navigate({ to: '/connections/$integrationId/$connectionId', params: made.current });
        }}
      />
    );
  }
  return (
    <Modal title="Add test connection" onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          setStep('connect');
        }}
      >
        <IntegrationSelect value={integrationId} onChange={setIntegrationId} />
        <FormRow label="End user ID" hint="Whose connection it is: in your app, the id of the customer’s user.">
          {(control) => (
            <input {...control} required maxLength={255} value={endUserId} onChange={(event) => setEndUserId(event.target.value)} />
          )}
        </FormRow>
        <div className="actions">
          <button type="submit" className="button primary" disabled={integrationId === undefined}>
            Authorize
          </button>
          <button type="button" className="button" onClick={onClose}>
            Cancel
          </button>
        </div>
      </form>
    </Modal>
  );
}
