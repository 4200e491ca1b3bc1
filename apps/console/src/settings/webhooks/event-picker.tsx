import { webhookEventTypes, type WebhookEventType } from '@latchkey/protocol';
import type { ReactElement } from 'react';

interface EventPickerProps {
  /** `null` for all, also those that are yet to come. */
  readonly chosen: readonly WebhookEventType[] | null;
  readonly onChange: (events: readonly WebhookEventType[] | null) => void;
}

const WORDS: Readonly<Record<WebhookEventType, string>> = {
  'connection.created': 'A customer connected',
  'connection.updated': 'What is told of a connection changed',
  'connection.needs_reconnect': 'The provider refuses the credential for good',
  'connection.recovered': 'A connection works again',
  'connection.deleted': 'A connection was deleted',
  'connection.creation_failed': 'A customer tried to connect and could not',
};

/** Which events a webhook is told. */
export function EventPicker({ chosen, onChange }: EventPickerProps): ReactElement {
  return (
    <fieldset className="scopes">
      <legend>Events</legend>
      <label className="choice">
        <input
          type="checkbox"
          checked={chosen === null}
          onChange={(event) => onChange(event.target.checked ? null : [...webhookEventTypes])}
        />
        <span>All, also those that later versions will have</span>
      </label>
      {chosen !== null &&
        webhookEventTypes.map((type) => (
          <label key={type} className="choice">
            <input
              type="checkbox"
              checked={chosen.includes(type)}
              onChange={() => onChange(chosen.includes(type) ? chosen.filter((one) => one !== type) : [...chosen, type])}
            />
            <span>
              {WORDS[type]} <code className="tag muted small">{type}</code>
            </span>
          </label>
        ))}
    </fieldset>
  );
}
