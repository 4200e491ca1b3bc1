import { useState, type ReactElement } from 'react';
import { ActionButton } from '../../parts/action-button.tsx';
import { Modal } from '../../parts/modal.tsx';
import { SecretOnce } from '../../parts/secret-once.tsx';
import { useCreateWebhook } from './queries.ts';
import { WebhookFields, type WebhookDraft } from './webhook-fields.tsx';

const EMPTY: WebhookDraft = { url: '', description: '', events: null };

/** Makes a webhook, and shows its secret. */
export function AddWebhook({ onClose }: { readonly onClose: () => void }): ReactElement {
  const [draft, setDraft] = useState(EMPTY);
  const create = useCreateWebhook();
  const made = create.data?.data;
  return (
    <Modal title={made ? 'Keep this secret' : 'Add a webhook'} onClose={onClose}>
      {made ? (
        <SecretOnce text="Your receiver verifies with it that events come from here." value={made.secret} onDone={onClose} />
      ) : (
        <form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault();
            create.mutate({ ...draft, events: draft.events && [...draft.events] });
          }}
        >
          <WebhookFields draft={draft} onChange={setDraft} error={create.error} />
          <div className="actions">
            <ActionButton type="submit" className="button primary" isBusy={create.isPending || draft.events?.length === 0}>
              Add
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
