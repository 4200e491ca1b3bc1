import type { Scope } from '@latchkey/providers';
import { useState, type ReactElement } from 'react';

interface ScopePickerProps {
  /** What the provider is known to have. */
  readonly known: readonly Scope[];
  readonly chosen: readonly string[];
  readonly onChange: (scopes: readonly string[]) => void;
}

/** Scopes with what each of them allows: the common ones first, the rest folded away, and any other by name. */
export function ScopePicker({ known, chosen, onChange }: ScopePickerProps): ReactElement {
  const [other, setOther] = useState('');
  const names = new Set(known.map(({ name }) => name));
  const own = chosen.filter((scope) => !names.has(scope));
  const toggle = (name: string): void => onChange(chosen.includes(name) ? chosen.filter((scope) => scope !== name) : [...chosen, name]);
  const add = (): void => {
    const added = other.split(/[\s,]+/).filter((scope) => scope !== '' && !chosen.includes(scope));
    if (added.length > 0) onChange([...chosen, ...added]);
    setOther('');
  };
  const draw = ({ name, description }: Pick<Scope, 'name' | 'description'>): ReactElement => (
    <label key={name} className="choice">
      <input type="checkbox" checked={chosen.includes(name)} onChange={() => toggle(name)} aria-label={name} />
      <span>
        <code>{name}</code>
        <span className="muted small">{description}</span>
      </span>
    </label>
  );

  return (
    <fieldset className="scopes">
      <legend>Scopes</legend>
      {known.filter(({ common }) => common).map(draw)}
      {own.map((name) => draw({ name, description: 'Added by name.' }))}
      <details>
        <summary>More scopes</summary>
        <div className="scopes">{known.filter(({ common }) => !common).map(draw)}</div>
      </details>
      <div className="inline-form">
        <input
          aria-label="Another scope"
          placeholder="Another scope"
          value={other}
          onChange={(event) => setOther(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            event.preventDefault();
            add();
          }}
        />
        <button type="button" className="button" onClick={add}>
          Add
        </button>
      </div>
    </fieldset>
  );
}
