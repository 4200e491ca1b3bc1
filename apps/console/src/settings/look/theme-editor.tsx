import type { ReactElement } from 'react';
import { CopyButton } from '../../parts/copy-button.tsx';
import { findWeakContrasts, formatCss, themeColours, usualTheme, type ColourName, type Shade, type Theme } from './theme.ts';

interface ThemeEditorProps {
  readonly theme: Theme;
  readonly onChange: (theme: Theme) => void;
}

/** A few of the form's variables, and the CSS that they come to. */
export function ThemeEditor({ theme, onChange }: ThemeEditorProps): ReactElement {
  const css = formatCss(theme);
  const paint = (name: ColourName, part: Partial<Shade>): void =>
    onChange({ ...theme, colours: { ...theme.colours, [name]: { ...theme.colours[name], ...part } } });
  return (
    <section className="card" aria-labelledby="theme">
      <header className="card-head">
        <h2 id="theme">Theme</h2>
        <button type="button" className="button quiet" onClick={() => onChange(usualTheme)}>
          Reset
        </button>
      </header>
      <table className="theme-table">
        <caption className="unseen">Colours</caption>
        <thead>
          <tr>
            <th scope="col">Colour</th>
            <th scope="col">Light</th>
            <th scope="col">Dark</th>
          </tr>
        </thead>
        <tbody>
          {themeColours.map(({ name, label }) => (
            <tr key={name}>
              <th scope="row">
                {label} <code className="tag muted small">{name}</code>
              </th>
              {(['light', 'dark'] as const).map((scheme) => (
                <td key={scheme}>
                  <input
                    type="color"
                    aria-label={`${label}, ${scheme}`}
                    value={theme.colours[name][scheme]}
                    onChange={({ target: { value } }) => paint(name, { [scheme]: value })}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <label className="form-row">
        <span className="label">Radius: {theme.radius} px</span>
        <input
          type="range"
          min={0}
          max={20}
          value={theme.radius}
          onChange={({ target: { value } }) => onChange({ ...theme, radius: Number(value) })}
        />
      </label>
      <ul className="small problem" aria-live="polite">
        {findWeakContrasts(theme).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <div className="form-row">
        <header className="card-head">
          <span className="label">CSS for your app</span>
          <CopyButton value={css} label="Copy CSS" />
        </header>
        {/* What scrolls must be reached by keyboard. */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
        <pre className="code" tabIndex={0}>
          {css}
        </pre>
      </div>
    </section>
  );
}
