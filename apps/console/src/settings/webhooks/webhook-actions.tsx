import type { WebhookEntry } from '@latchkey/protocol';
import { useNavigate } from '@tanstack/react-router';
import { useState, type ReactElement } from 'react';
import { ActionButton } from '../../parts/action-button.tsx';
import { Confirm } from '../../parts/confirm.tsx';
import { Problem } from '../../parts/problem.tsx';
import { EditWebhook } from './edit-webhook.tsx';
import { useDeleteWebhook, useTestWebhook, useUpdateWebhook } from './queries.ts';
import { RotateSecret } from './rotate-secret.tsx';

/** What can be done about a webhook. */
export function WebhookActions({ webhook }: { readonly webhook: WebhookEntry }): ReactElement {
  const [open, setOpen] = useState<'edit' | 'rotate' | 'delete'>();
  const navigate = useNavigate();
  const test = useTestWebhook(webhook.id);
  const update = useUpdateWebhook(webhook.id);
  const remove = useDeleteWebhook(webhook.id);
  const close = (): void => setOpen(undefined);
  return (
    <>
      {webhook.enabled && (
        <ActionButton className="button primary" isBusy={test.isPending} onClick={() => test.mutate()}>
          Send a test
        </ActionButton>
      )}
      <button type="button" className="button" onClick={() => setOpen('edit')}>
        Edit
      </button>
      <button type="button" className="button" onClick={() => setOpen('rotate')}>
        Rotate secret
      </button>
      <ActionButton className="button" isBusy={update.isPending} onClick={() => update.mutate({ enabled: !webhook.enabled })}>
        {webhook.enabled ? 'Disable' : 'Enable'}
      </ActionButton>
      <button type="button" className="button danger" onClick={() => setOpen('delete')}>
        Delete
      </button>
      <Problem error={test.error ?? update.error} />
      {open === 'edit' && <EditWebhook webhook={webhook} onClose={close} />}
      {open === 'rotate' && <RotateSecret webhookId={webhook.id} onClose={close} />}
      {open === 'delete' && (
        <Confirm
          title="Delete this webhook?"
          action="Delete"
          change={remove}
          onDone={() => void navigate({ to: '/settings/webhooks' })}
          onClose={close}
        >
          It is told nothing any more, and its deliveries go with it, those that are pending too.
        </Confirm>
      )}
    </>
  );
}
