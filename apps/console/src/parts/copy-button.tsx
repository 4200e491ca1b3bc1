import { useEffect, useState, type ReactElement } from 'react';
import { Icon } from './icon.tsx';

/** Copies a value, and says that it did. */
export function CopyButton({ value, label = 'Copy' }: { readonly value: string; readonly label?: string }): ReactElement {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return undefined;
    const timer = setTimeout(() => setCopied(false), 2000);
    return () => clearTimeout(timer);
  }, [copied]);
  return (
    <button type="button" className="button quiet" onClick={() => void navigator.clipboard.writeText(value).then(() => setCopied(true))}>
      <Icon name={copied ? 'check' : 'copy'} />
      <span aria-live="polite">{copied ? 'Copied' : label}</span>
    </button>
  );
}
