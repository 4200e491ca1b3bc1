import type { WebhookEventType } from '@latchkey/protocol';
import type { ReactElement } from 'react';
import { toApiError } from '../../api/api-error.ts';
import { FormRow } from '../../parts/form-row.tsx';
import { Problem } from '../../parts/problem.tsx';
import { EventPicker } from './event-picker.tsx';

/** A webhook as it is typed. */
export interface WebhookDraft {
  readonly url: string;
  readonly description: string;
  readonly events: readonly WebhookEventType[] | null;
}

interface WebhookFieldsProps {
  readonly draft: WebhookDraft;
  readonly onChange: (draft: WebhookDraft) => void;
  /** Why it was not saved. */
  readonly error: Error | null;
}

/** Where events are sent, and which. */
export function WebhookFields({ draft, onChange, error }: WebhookFieldsProps): ReactElement {
  const urlProblem = error ? toApiError(error).errors.find(({ path }) => path.includes('url'))?.message : undefined;
  return (
    <>
      <FormRow label="URL" hint="It receives a POST for each event, and answers 2xx within 15 seconds." problem={urlProblem}>
        {(control) => (
          <input
            {...control}
            type="url"
            required
            placeholder="https://app.example.com/hooks/latchkey"
            value={draft.url}
            onChange={(event) => onChange({ ...draft, url: event.target.value })}
          />
        )}
      </FormRow>
      <FormRow label="Description" hint="Only for this list.">
        {(control) => (
          <input
            {...control}
            maxLength={255}
            value={draft.description}
            onChange={(event) => onChange({ ...draft, description: event.target.value })}
          />
        )}
      </FormRow>
      <EventPicker chosen={draft.events} onChange={(events) => onChange({ ...draft, events })} />
      {urlProblem === undefined && <Problem error={error} />}
    </>
  );
}
