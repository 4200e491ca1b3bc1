import type { ReactElement } from 'react';
import { useSlots } from './slots.ts';
import { usePart } from './styling.ts';

/** Shows that something goes on; what it is, the text beside it says. */
export function Spinner(): ReactElement {
  const { Spinner: Drawing } = useSlots();
  return <Drawing {...usePart()('spinner')} />;
}
