import { useState, type ReactElement } from 'react';
import { IntegrationSelect, useIntegrationChoice } from '../../integrations/integration-select.tsx';
import { ActionButton } from '../../parts/action-button.tsx';
import { FormRow } from '../../parts/form-row.tsx';
import { Modal } from '../../parts/modal.tsx';
import { Problem } from '../../parts/problem.tsx';
import { MadeLink } from './made-link.tsx';
import { useCreateLink } from './queries.ts';

/** Makes a link by which somebody connects for an end user. */
export function MakeLink({ onClose }: { readonly onClose: () => void }): ReactElement {
  const [integrationId, setIntegrationId] = useIntegrationChoice();
  const [endUserId, setEndUserId] = useState('');
  const [note, setNote] = useState('');
  const create = useCreateLink();
  const submit = (): void => {
    if (integrationId === undefined) return;
    create.mutate({ integration_id: integrationId, end_user: { id: endUserId }, ...(note !== '' && { note }) });
  };
  return (
    <Modal title={create.data ? 'Send this link' : 'Make a link'} onClose={onClose}>
      {create.data ? (
        <MadeLink link={create.data.data} onDone={onClose} />
      ) : (
        <form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault();
            submit();
          }}
        >
          <IntegrationSelect value={integrationId} onChange={setIntegrationId} />
          <FormRow label="End user ID" hint="Whose connection it will be: in your app, the id of the customer’s user.">
            {(control) => (
              <input {...control} required maxLength={255} value={endUserId} onChange={(event) => setEndUserId(event.target.value)} />
            )}
          </FormRow>
          <FormRow label="Note" hint="Only for this list.">
            {(control) => <input {...control} maxLength={1000} value={note} onChange={(event) => setNote(event.target.value)} />}
          </FormRow>
          <Problem error={create.error} />
          <div className="actions">
            <ActionButton type="submit" className="button primary" isBusy={create.isPending || integrationId === undefined}>
              Make the link
            </ActionButton>
            <button type="button" className="button" onClick={onClose}>
              Cancel
            </button>
          </div>
        </form>
      )}
    </Modal>
  );
}
