import type { ReactElement } from 'react';
import { stylePart, type Styling } from './styling.ts';

/** Stands in for the form until it is there. */
export function Skeleton({ styling, text }: { readonly styling: Styling; readonly text: string }): ReactElement {
  return (
    <>
      <p {...stylePart(styling, 'announcer')} aria-live="polite">
        {text}
      </p>
      <div {...stylePart(styling, 'skeleton')} aria-hidden="true">
        <i />
        <i />
        <i />
        <i />
      </div>
    </>
  );
}
