import type { ReactElement } from 'react';
import { splitEmphasis } from './split-emphasis.ts';

/** A text whose words between `**` are set in bold. */
export function Emphasized({ text }: { readonly text: string }): ReactElement {
  // The pieces of one text never change their order.
  // oxlint-disable-next-line react/no-array-index-key
  return <>{splitEmphasis(text).map((piece, index) => (piece.strong ? <strong key={index}>{piece.text}</strong> : piece.text))}</>;
}
