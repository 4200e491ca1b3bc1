import { useState, type ReactElement } from 'react';
import { ActionButton } from '../../parts/action-button.tsx';
import { FormRow } from '../../parts/form-row.tsx';
import { Modal } from '../../parts/modal.tsx';
import { Problem } from '../../parts/problem.tsx';
import { SecretOnce } from '../../parts/secret-once.tsx';
import { useRotateWebhookSecret } from './queries.ts';

interface RotateSecretProps {
  readonly webhookId: string;
  readonly onClose: () => void;
}

const OVERLAPS = [
  { seconds: '86400', label: 'For a day' },
  { seconds: '604800', label: 'For a week' },
  { seconds: '0', label: 'Not at all: it leaked' },
];

/** Gives a webhook a new secret. */
export function RotateSecret({ webhookId, onClose }: RotateSecretProps): ReactElement {
  const [overlap, setOverlap] = useState('86400');
  const rotate = useRotateWebhookSecret(webhookId);
  const made = rotate.data?.data;
  return (
    <Modal title={made ? 'Keep this secret' : 'Rotate the secret'} onClose={onClose}>
      {made ? (
        <SecretOnce text="Give it to your receiver." value={made.secret} onDone={onClose} />
      ) : (
        <form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault();
            rotate.mutate({ overlap_seconds: Number(overlap) });
          }}
        >
          <FormRow label="The former secret signs too" hint="So that your receiver may be changed in the meantime.">
            {(control) => (
              <select {...control} value={overlap} onChange={(event) => setOverlap(event.target.value)}>
                {OVERLAPS.map(({ seconds, label }) => (
                  <option key={seconds} value={seconds}>
                    {label}
                  </option>
                ))}
              </select>
            )}
          </FormRow>
          <Problem error={rotate.error} />
          <div className="actions">
            <ActionButton type="submit" className="button primary" isBusy={rotate.isPending}>
              Rotate
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
