import { Connect } from '@latchkey/connect-ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useCallback, useState, type ReactElement } from 'react';
import { apiUrl, call } from '../api/api.ts';
import { integrationsQuery } from '../integrations/queries.ts';
import { FormRow } from '../parts/form-row.tsx';
import { Modal } from '../parts/modal.tsx';

/** Makes a connection for trying out, by the same form that customers see. */
export function AddConnection({ onClose }: { readonly onClose: () => void }): ReactElement {
  const { data: integrations = [] } = useQuery(integrationsQuery);
  const [chosen, setChosen] = useState<string>();
  const [endUserId, setEndUserId] = useState('test-user');
  const [isOpen, setIsOpen] = useState(false);
  const client = useQueryClient();
  const navigate = useNavigate();
  const integrationId = chosen ?? integrations[0]?.unique_key;
  const getToken = useCallback(async (): Promise<string> => {
    const body = { end_user: { id: endUserId }, ...(integrationId !== undefined && { allowed_integrations: [integrationId] }) };
    return (await call<{ data: { token: string } }>('POST', '/connect/sessions', { body })).data.token;
  }, [endUserId, integrationId]);

  return (
    <Modal title="Add test connection" onClose={onClose}>
      {!isOpen && (
        <form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault();
            setIsOpen(true);
          }}
        >
          <FormRow label="Integration" hint={integrations.length === 0 ? 'Configure an integration first.' : 'What is connected.'}>
            {(control) => (
              <select {...control} value={integrationId ?? ''} onChange={(event) => setChosen(event.target.value)}>
                {integrations.map(({ unique_key, display_name }) => (
                  <option key={unique_key} value={unique_key}>
                    {display_name}
                  </option>
                ))}
              </select>
            )}
          </FormRow>
          <FormRow label="End user ID" hint="Whose connection it is: in your app, the id of the customer’s user.">
            {(control) => (
              <input {...control} required maxLength={255} value={endUserId} onChange={(event) => setEndUserId(event.target.value)} />
            )}
          </FormRow>
          <div className="actions">
            <button type="submit" className="button primary" disabled={integrationId === undefined}>
              Authorize
            </button>
          </div>
        </form>
      )}
      {isOpen && integrationId !== undefined && (
        <Connect
          apiUrl={apiUrl}
          sessionToken={getToken}
          integration={integrationId}
          onConnect={() => void client.invalidateQueries({ queryKey: ['connections'] })}
          onClose={() => {
            onClose();
            void navigate({ to: '/connections' });
          }}
        />
      )}
    </Modal>
  );
}
