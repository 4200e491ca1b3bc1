import { useEffect, useState, type ReactElement } from 'react';
import { Icon } from './icon.tsx';

const WORDS = { copied: 'Copied', failed: 'Not copied: select it, and copy it by hand' } as const;

/** Copies a value, and says that it did, or that the browser did not let it. */
export function CopyButton({ value, label = 'Copy' }: { readonly value: string; readonly label?: string }): ReactElement {
  const [outcome, setOutcome] = useState<keyof typeof WORDS>();
  useEffect(() => {
    if (outcome !== 'copied') return undefined;
    const timer = setTimeout(() => setOutcome(undefined), 2000);
    return () => clearTimeout(timer);
  }, [outcome]);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(value);
      setOutcome('copied');
    } catch {
      setOutcome('failed');
    }
  };
  return (
    <button type="button" className="button quiet" onClick={() => void copy()}>
      <Icon name={outcome === 'copied' ? 'check' : 'copy'} />
      <span aria-live="polite">{outcome ? WORDS[outcome] : label}</span>
    </button>
  );
}
