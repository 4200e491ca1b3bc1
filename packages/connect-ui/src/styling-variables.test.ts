import { expect, it } from 'vitest';
import styles from './styles.css?raw';
import { stylingVariables } from './styling-variables.ts';

it('names every variable that the stylesheet reads, and no other', () => {
  const read = new Set([...styles.matchAll(/var\((--lk-[\w-]+)/g)].map(([, name]) => name ?? ''));
  expect(Object.keys(stylingVariables).toSorted()).toEqual([...read].toSorted());
});
