import { Connect } from '@latchkey/connect-ui';
import { useEffect, useRef, useState, type ReactElement } from 'react';
import { createPreviewFetch } from './preview-fetch.ts';
import { listDeclarations, type Theme } from './theme.ts';

type Appearance = 'auto' | 'light' | 'dark';

/** The real form in a theme, on a session that was made up: nothing is sent. */
export function Preview({ theme }: { readonly theme: Theme }): ReactElement {
  const [appearance, setAppearance] = useState<Appearance>('auto');
  const [previewFetch] = useState(createPreviewFetch);
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const style = frame.current?.style;
    const declarations = listDeclarations(theme);
    for (const [name, value] of declarations) style?.setProperty(name, value);
    return () => {
      for (const [name] of declarations) style?.removeProperty(name);
    };
  }, [theme]);
  return (
    <section className="card" aria-labelledby="preview">
      <header className="card-head">
        <h2 id="preview">Preview</h2>
        <select
          aria-label="Appearance"
          value={appearance}
          onChange={({ target: { value } }) => setAppearance(value === 'light' || value === 'dark' ? value : 'auto')}
        >
          <option value="auto">As the system</option>
          <option value="light">Light</option>
          <option value="dark">Dark</option>
        </select>
      </header>
      <p className="muted small">The form itself; nothing that is typed here is sent.</p>
      <div ref={frame} className="preview">
        <Connect
          apiUrl="/preview"
          sessionToken="preview"
          integration="pingone-cc"
          provider="pingone-cc"
          appearance={appearance}
          fetch={previewFetch}
        />
      </div>
    </section>
  );
}
