import type { ReactElement } from 'react';
import { Emphasis } from './emphasis.tsx';

interface DefinitionTableProps {
  /** What the first column names. */
  readonly of: string;
  readonly rows: Readonly<Record<string, string>>;
}

/** A table of names and what each means, drawn from the list that the component itself is held to. */
export function DefinitionTable({ of, rows }: DefinitionTableProps): ReactElement {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{of}</th>
          <th scope="col">What it is</th>
        </tr>
      </thead>
      <tbody>
        {Object.entries(rows).map(([name, meaning]) => (
          <tr key={name}>
            <td>
              <code>{name}</code>
            </td>
            <td>
              <Emphasis text={meaning} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
