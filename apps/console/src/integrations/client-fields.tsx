import type { ReactElement } from 'react';
import { FormRow } from '../parts/form-row.tsx';

/** The OAuth client that end users sign in through, as it is typed. */
export interface ClientDraft {
  readonly clientId: string;
  readonly clientSecret: string;
}

interface ClientFieldsProps {
  readonly draft: ClientDraft;
  readonly onChange: (draft: ClientDraft) => void;
  /** Whether a secret is stored already: then leaving it empty keeps it. */
  readonly hasSecret: boolean;
  readonly problem: string | undefined;
}

/** Client ID and client secret. Both empty means that each end user brings a client of their own. */
export function ClientFields({ draft, onChange, hasSecret, problem }: ClientFieldsProps): ReactElement {
  return (
    <>
      <FormRow label="OAuth client ID" hint="Leave it empty, and each customer brings an application of their own.">
        {(control) => (
          <input
            {...control}
            autoComplete="off"
            spellCheck={false}
            value={draft.clientId}
            onChange={(event) => onChange({ ...draft, clientId: event.target.value.trim() })}
          />
        )}
      </FormRow>
      <FormRow
        label="OAuth client secret"
        hint={hasSecret ? 'A secret is stored. Type a new one to replace it.' : 'It is stored encrypted, and never shown again.'}
        problem={problem}
      >
        {(control) => (
          <input
            {...control}
            type="password"
            autoComplete="new-password"
            value={draft.clientSecret}
            placeholder={hasSecret ? '••••••••••••' : ''}
            onChange={(event) => onChange({ ...draft, clientSecret: event.target.value.trim() })}
          />
        )}
      </FormRow>
    </>
  );
}
