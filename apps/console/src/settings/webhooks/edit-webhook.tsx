import type { WebhookEntry } from '@latchkey/protocol';
import { useState, type ReactElement } from 'react';
import { ActionButton } from '../../parts/action-button.tsx';
import { Modal } from '../../parts/modal.tsx';
import { useUpdateWebhook } from './queries.ts';
import { WebhookFields, type WebhookDraft } from './webhook-fields.tsx';

interface EditWebhookProps {
  readonly webhook: WebhookEntry;
  readonly onClose: () => void;
}

/** Changes where events are sent, and which. */
export function EditWebhook({ webhook, onClose }: EditWebhookProps): ReactElement {
  const { url, description, events } = webhook;
  const [draft, setDraft] = useState<WebhookDraft>({ url, description, events });
  const update = useUpdateWebhook(webhook.id);
  return (
    <Modal title="Edit the webhook" onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          update.mutate({ ...draft, events: draft.events && [...draft.events] }, { onSuccess: onClose });
        }}
      >
        <WebhookFields draft={draft} onChange={setDraft} error={update.error} />
        <div className="actions">
          <ActionButton type="submit" className="button primary" isBusy={update.isPending || draft.events?.length === 0}>
            Save
          </ActionButton>
          <button type="button" className="button" onClick={onClose}>
            Cancel
          </button>
        </div>
      </form>
    </Modal>
  );
}
