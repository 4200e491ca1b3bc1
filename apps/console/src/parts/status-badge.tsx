import type { ReactElement } from 'react';

/** How something is, in one or two words; the colour only repeats them. */
export function StatusBadge({
  tone,
  children,
}: {
  readonly tone: 'good' | 'warn' | 'bad' | 'off';
  readonly children: string;
}): ReactElement {
  return (
    <span className="badge" data-tone={tone}>
      {children}
    </span>
  );
}
