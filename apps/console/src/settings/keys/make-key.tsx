import { consoleScopes, type KeyScope } from '@latchkey/protocol';
import { useState, type ReactElement } from 'react';
import { ActionButton } from '../../parts/action-button.tsx';
import { FormRow } from '../../parts/form-row.tsx';
import { Modal } from '../../parts/modal.tsx';
import { Problem } from '../../parts/problem.tsx';
import { SecretOnce } from '../../parts/secret-once.tsx';
import { useCreateKey } from './queries.ts';
import { SCOPE_WORDS } from './scope-words.ts';

const DAY_MS = 86_400_000;
const LIFETIMES = [
  { days: '', label: 'Never' },
  { days: '30', label: 'In 30 days' },
  { days: '90', label: 'In 90 days' },
  { days: '365', label: 'In a year' },
];

/** What the backend of an app needs to embed the form and to use what was connected. */
const USUAL: readonly KeyScope[] = ['connections:read', 'sessions:write', 'proxy'];

/** Makes a secret key, and shows it this once. */
export function MakeKey({ onClose }: { readonly onClose: () => void }): ReactElement {
  const [name, setName] = useState('');
  const [days, setDays] = useState('');
  const [scopes, setScopes] = useState(USUAL);
  const create = useCreateKey();
  const toggle = (scope: KeyScope): void =>
    setScopes(scopes.includes(scope) ? scopes.filter((chosen) => chosen !== scope) : [...scopes, scope]);
  const submit = (): void =>
    create.mutate({
      name,
      scopes: [...scopes],
      ...(days !== '' && { expires_at: new Date(Date.now() + Number(days) * DAY_MS).toISOString() }),
    });
  const made = create.data?.data;

  return (
    <Modal title={made ? 'Keep this key' : 'Make a key'} onClose={onClose}>
      {made ? (
        <SecretOnce text="It is shown this once. Give it to your backend, and nobody else." value={made.key} onDone={onClose} />
      ) : (
        <form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault();
            submit();
          }}
        >
          <FormRow label="Name" hint="Who uses it, and where.">
            {(control) => <input {...control} required maxLength={255} value={name} onChange={(event) => setName(event.target.value)} />}
          </FormRow>
          <FormRow label="Expires">
            {(control) => (
              <select {...control} value={days} onChange={(event) => setDays(event.target.value)}>
                {LIFETIMES.map((lifetime) => (
                  <option key={lifetime.days} value={lifetime.days}>
                    {lifetime.label}
                  </option>
                ))}
              </select>
            )}
          </FormRow>
          <fieldset className="scopes">
            <legend>What it may do</legend>
            {consoleScopes.admin.map((scope) => (
              <label key={scope} className="choice">
                <input type="checkbox" checked={scopes.includes(scope)} onChange={() => toggle(scope)} />
                <span>
                  {SCOPE_WORDS[scope]} <code className="tag muted small">{scope}</code>
                </span>
              </label>
            ))}
            <p className="muted small">
              A key that gets tokens is made with <code>latchkey keys create</code>, or by a key that gets them.
            </p>
          </fieldset>
          <Problem error={create.error} />
          <div className="actions">
            <ActionButton type="submit" className="button primary" isBusy={create.isPending || scopes.length === 0}>
              Make the key
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
