import type { ReactElement } from 'react';
import { part } from './part.ts';

/** Shows that something goes on; what it is, the text beside it says. */
export function Spinner(): ReactElement {
  return <span {...part('spinner')} aria-hidden="true" />;
}
