import { useRef, useState, type ReactElement } from 'react';
import { flushSync } from 'react-dom';
import { toApiError } from '../api/api-error.ts';
import { ActionButton } from '../parts/action-button.tsx';
import { takeFocus } from '../parts/take-focus.ts';
import type { useConnectionChange } from './queries.ts';

interface PairsEditorProps {
  readonly title: string;
  readonly hint: string;
  readonly value: Readonly<Record<string, unknown>>;
  /** Turns what was typed into what is stored, or says what is wrong with it. */
  readonly parse: (text: string) => { readonly value: Record<string, unknown> } | { readonly problem: string };
  readonly change: Pick<ReturnType<typeof useConnectionChange<Record<string, unknown>>>, 'mutate' | 'isPending' | 'error' | 'reset'>;
  readonly isAdmin: boolean;
}

/** Shows an object of names and values, and lets it be changed as JSON. */
export function PairsEditor({ title, hint, value, parse, change, isAdmin }: PairsEditorProps): ReactElement {
  const [text, setText] = useState<string>();
  const [problem, setProblem] = useState<string>();
  const edit = useRef<HTMLButtonElement>(null);
  const entries = Object.entries(value);
  const error = change.error && toApiError(change.error);

  const close = (): void => {
    flushSync(() => {
      setText(undefined);
      setProblem(undefined);
      change.reset();
    });
    edit.current?.focus();
  };
  const save = (): void => {
    const parsed = parse(text ?? '');
    if ('problem' in parsed) {
      setProblem(parsed.problem);
      return;
    }
    setProblem(undefined);
    change.mutate(parsed.value, { onSuccess: close });
  };

  return (
    <section className="card" aria-label={title}>
      <header className="card-head">
        <h2>{title}</h2>
        {isAdmin && text === undefined && (
          <button ref={edit} type="button" className="button quiet" onClick={() => setText(JSON.stringify(value, null, 2))}>
            Edit
          </button>
        )}
      </header>
      {text === undefined && entries.length === 0 && <p className="muted">None.</p>}
      {text === undefined && entries.length > 0 && (
        <dl className="facts">
          {entries.map(([name, entry]) => (
            <div key={name} className="pair">
              <dt>{name}</dt>
              <dd>{typeof entry === 'string' ? entry : JSON.stringify(entry)}</dd>
            </div>
          ))}
        </dl>
      )}
      {text !== undefined && (
        <form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault();
            save();
          }}
        >
          <textarea
            ref={takeFocus}
            aria-label={`${title} as JSON`}
            aria-invalid={problem !== undefined || error !== null}
            rows={6}
            spellCheck={false}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
          <p className={(problem ?? error) ? 'problem small' : 'muted small'} aria-live="polite">
            {problem ?? (error ? `${error.message} ${error.errors[0]?.message ?? error.remedy ?? ''}` : hint)}
          </p>
          <div className="actions">
            <ActionButton type="submit" className="button primary" isBusy={change.isPending}>
              {change.isPending ? 'Saving…' : 'Save'}
            </ActionButton>
            <button type="button" className="button" onClick={close}>
              Cancel
            </button>
          </div>
        </form>
      )}
    </section>
  );
}
