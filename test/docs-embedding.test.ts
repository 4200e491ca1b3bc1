import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { stylingContract } from '../packages/connect-ui/src/styling-contract.ts';
import { stylingVariables } from '../packages/connect-ui/src/styling-variables.ts';

const read = (path: string): string => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');
const text = read('docs/embedding.md');

/** The rows of the table under a heading, by what stands in the first column. */
function readTable(heading: string): Readonly<Record<string, string>> {
  const section = text.split(new RegExp(`^#{2,3} ${heading}$`, 'm'))[1]?.split(/^#{2,3} /m)[0] ?? '';
  return Object.fromEntries([...section.matchAll(/^\| `([^`]+)` \| (.*) \|$/gm)].map(([, name = '', meaning = '']) => [name, meaning]));
}

/** Names of the properties that an interface declares by itself. */
function readProperties(path: string, name: string): readonly string[] {
  const body = read(path).split(`export interface ${name} `)[1]?.split(/^}/m)[0] ?? '';
  return [...body.matchAll(/^ {2}readonly (\w+)\??:/gm)].map(([, property = '']) => property);
}

describe('docs/embedding.md', () => {
  it('says of every part what the styling contract says', () => {
    expect(readTable('Parts')).toEqual(stylingContract);
  });

  it('says of every variable what the stylesheet’s list says', () => {
    expect(readTable('Variables')).toEqual(stylingVariables);
  });

  it('names every option, and none that does not exist', () => {
    const options = ['ConnectOptions', 'ConnectProps'].flatMap((name) =>
      readProperties('packages/connect-ui/src/connect/connect-props.ts', name),
    );
    const styling = readProperties('packages/connect-ui/src/primitives/styling.ts', 'Styling');
    expect(Object.keys(readTable('Options')).toSorted()).toEqual([...options, ...styling].toSorted());
  });

  it('names every slot, and none that does not exist', () => {
    const slots = readProperties('packages/connect-ui/src/primitives/slots.ts', 'Slots');
    expect(Object.keys(readTable('Components of your own')).toSorted()).toEqual(slots.toSorted());
  });

  it('names every state', () => {
    const states = [...read('packages/connect-ui/src/connect/connect-state.ts').matchAll(/readonly name: '(\w+)'/g)].map(
      ([, name = '']) => name,
    );
    expect(Object.keys(readTable('Without a look')).toSorted()).toEqual(states.toSorted());
  });
});
