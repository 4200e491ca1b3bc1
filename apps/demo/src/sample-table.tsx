import type { Sample } from './api.ts';

/** What PingOne answered, as a table. */
export function SampleTable({ sample }: { readonly sample: Sample }) {
  const [call, columns, rows] =
    'sub' in sample
      ? (['GET /as/userinfo', ['Username', 'Name', 'Email'], [[sample.preferred_username, sample.name, sample.email]]] as const)
      : ([
          'GET /v1/environments',
          ['Name', 'Type', 'Region'],
          sample._embedded.environments.map(({ name, type, region }) => [name, type, region]),
        ] as const);
  return (
    <div className="table-frame">
      <table>
        <caption>
          <code>{call}</code>, asked of PingOne through Latchkey just now
        </caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells) => (
            <tr key={cells.join()}>
              {cells.map((cell, column) => (
                <td key={columns[column]}>{cell ?? '–'}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
