import type { ReactElement } from 'react';
import { CopyButton } from '../parts/copy-button.tsx';

/** The redirect URI, to be entered at the provider letter by letter. */
export function RedirectUriRow({ value }: { readonly value: string }): ReactElement {
  return (
    <div className="form-row">
      <span className="label">Redirect URI</span>
      <p className="copied">
        <code>{value}</code>
        <CopyButton value={value} label="Copy redirect URI" />
      </p>
      <p className="muted small">Add it to the redirect URIs of the application at the provider.</p>
    </div>
  );
}
