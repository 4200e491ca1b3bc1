import type { ReactElement } from 'react';

/** What stands where something is on its way: as many lines as it will be, about. */
export function Loading({ lines = 4 }: { readonly lines?: number }): ReactElement {
  return (
    <output className="loading">
      <span className="unseen">Loading…</span>
      {Array.from({ length: lines }, (_line, index) => (
        <span key={`line-${index}`} className="bone" />
      ))}
    </output>
  );
}
