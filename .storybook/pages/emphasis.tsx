import type { ReactElement } from 'react';

/** A sentence whose words between backticks are set as code. */
export function Emphasis({ text }: { readonly text: string }): ReactElement {
  // The pieces of one text never change their order.
  // oxlint-disable-next-line react/no-array-index-key
  return <>{text.split('`').map((piece, index) => (index % 2 === 1 ? <code key={index}>{piece}</code> : piece))}</>;
}
