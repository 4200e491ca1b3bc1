import { expect, it } from 'vitest';
import { splitEmphasis } from './split-emphasis.ts';

it.each([
  { text: 'plain', pieces: ['plain'] },
  { text: 'Press **+** next to **Applications**.', pieces: ['Press ', '*+', ' next to ', '*Applications', '.'] },
  { text: '**Save**', pieces: ['*Save'] },
  { text: 'never **closed', pieces: ['never ', '*closed'] },
  { text: '', pieces: [] },
])('splits "$text"', ({ text, pieces }) => {
  expect(splitEmphasis(text).map((piece) => (piece.strong ? `*${piece.text}` : piece.text))).toEqual(pieces);
});
