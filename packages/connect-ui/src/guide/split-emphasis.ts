/** A stretch of text, in bold or not. */
export interface Piece {
  readonly text: string;
  readonly strong: boolean;
}

/** Splits a text at its `**`. A `**` that is never closed is set in bold to the end. */
export function splitEmphasis(text: string): readonly Piece[] {
  return text
    .split('**')
    .map((piece, index) => ({ text: piece, strong: index % 2 === 1 }))
    .filter((piece) => piece.text !== '');
}
