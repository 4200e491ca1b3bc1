import { useMutation } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { send } from '../api/api.ts';
import { toApiError } from '../api/api-error.ts';
import { formatDuration } from '../logs/operation-words.ts';
import { ActionButton } from '../parts/action-button.tsx';
import { FormRow } from '../parts/form-row.tsx';
import type { ConnectionKey } from './queries.ts';

/** What came back, as it is shown: no more of it than a person reads. */
interface ShownAnswer {
  readonly status: number;
  readonly durationMs: number;
  readonly body: string;
}

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;
const MAX_SHOWN = 20_000;

interface TryRequestProps {
  readonly connectionKey: ConnectionKey;
  /** A path that is worth trying first; empty where none is known to work. */
  readonly samplePath: string;
}

/** Sends a request to the provider's API through the proxy, and shows what comes back. */
export function TryRequest({ connectionKey, samplePath }: TryRequestProps): ReactElement {
  const [method, setMethod] = useState<(typeof METHODS)[number]>('GET');
  const [path, setPath] = useState(samplePath);
  const [body, setBody] = useState('');
  const attempt = useMutation({ mutationFn: () => sendThroughProxy(connectionKey, { method, path, body }) });
  const error = attempt.error && toApiError(attempt.error);
  const hasBody = method !== 'GET' && method !== 'DELETE';

  return (
    <section className="card" aria-labelledby="try-request">
      <h2 id="try-request">Try a request</h2>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          attempt.mutate();
        }}
      >
        <div className="request-row">
          <select
            aria-label="Method"
            value={method}
            onChange={(event) => setMethod(METHODS.find((name) => name === event.target.value) ?? 'GET')}
          >
            {METHODS.map((name) => (
              <option key={name}>{name}</option>
            ))}
          </select>
          <input
            aria-label="Path"
            required
            pattern="/.*"
            placeholder="/path"
            title="Begins with a slash."
            spellCheck={false}
            value={path}
            onChange={(event) => setPath(event.target.value)}
          />
        </div>
        {hasBody && (
          <FormRow label="Body" hint="JSON">
            {(control) => (
              <textarea {...control} rows={5} spellCheck={false} value={body} onChange={(event) => setBody(event.target.value)} />
            )}
          </FormRow>
        )}
        <div className="actions">
          <ActionButton type="submit" className="button primary" isBusy={attempt.isPending}>
            {attempt.isPending ? 'Sending…' : 'Send'}
          </ActionButton>
        </div>
      </form>
      <div aria-live="polite">
        {error && (
          <p className="problem">
            {error.message} {error.remedy}
          </p>
        )}
        {attempt.data && (
          <figure className="answer">
            <figcaption>
              <strong className={attempt.data.status >= 400 ? 'problem' : undefined}>{attempt.data.status}</strong>{' '}
              <span className="muted">{formatDuration(attempt.data.durationMs)}</span>
            </figcaption>
            {/* What scrolls must be reached by keyboard. */}
            {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
            <pre tabIndex={0}>{attempt.data.body === '' ? '(no body)' : attempt.data.body}</pre>
          </figure>
        )}
      </div>
    </section>
  );
}

async function sendThroughProxy(
  { integrationId, connectionId }: ConnectionKey,
  { method, path, body }: { method: string; path: string; body: string },
): Promise<ShownAnswer> {
  const startedAt = performance.now();
  const response = await send(method, `/proxy${path}`, {
    headers: { 'Provider-Config-Key': integrationId, 'Connection-Id': connectionId },
    ...(body.trim() !== '' && { text: body }),
    passErrors: true,
  });
  const text = await response.text();
  return { status: response.status, durationMs: performance.now() - startedAt, body: formatJson(text).slice(0, MAX_SHOWN) };
}

function formatJson(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
