import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { stylingVariables } from '../packages/connect-ui/src/styling-variables.ts';

it('names every CSS variable that the stylesheet reads, and no other', () => {
  const styles = readFileSync(new URL('../packages/connect-ui/src/styles.css', import.meta.url), 'utf8');
  const read = new Set([...styles.matchAll(/var\((--lk-[\w-]+)/g)].map(([, name]) => name ?? ''));
  expect(Object.keys(stylingVariables).toSorted()).toEqual([...read].toSorted());
});
