import { useId, type ReactElement, type ReactNode } from 'react';
import type { Scale } from './scale.ts';
import { TableFrame } from '../parts/table-frame.tsx';

interface ChartFrameProps {
  readonly title: string;
  /** The one number that matters most. */
  readonly figure: string;
  readonly note: string;
  readonly isEmpty: boolean;
  readonly label: string;
  readonly scale: Scale;
  readonly unit?: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Drawn in a square of 100 by 100, the origin at its upper left. */
  readonly children: ReactNode;
}

/** A drawing over time with its scale, and the same as a table for whoever would rather read it. */
export function ChartFrame({
  title,
  figure,
  note,
  isEmpty,
  label,
  scale,
  unit = '',
  columns,
  rows,
  children,
}: ChartFrameProps): ReactElement {
  const titleId = useId();
  return (
    <section className="card chart" aria-labelledby={titleId}>
      <header>
        <h2 id={titleId}>{title}</h2>
        <p>
          <strong>{figure}</strong> <span className="muted">{note}</span>
        </p>
      </header>
      {isEmpty ? (
        <p className="muted">Nothing in this span of time.</p>
      ) : (
        <>
          <div className="plot" aria-hidden="true">
            <ol className="scale">
              {scale.ticks.toReversed().map((tick) => (
                <li key={tick}>{`${tick.toLocaleString()}${unit === '' ? '' : ` ${unit}`}`}</li>
              ))}
            </ol>
            <svg viewBox="0 0 100 100" preserveAspectRatio="none">
              {scale.ticks.map((tick) => (
                <line key={tick} className="rule" x1="0" x2="100" y1={100 - scale.percent(tick)} y2={100 - scale.percent(tick)} />
              ))}
              {children}
            </svg>
            <p className="ends muted small">
              <span>{rows[0]?.[0]}</span>
              <span>{rows.at(-1)?.[0]}</span>
            </p>
          </div>
          <details>
            <summary>Show as a table</summary>
            <TableFrame label={`${title}, ${label}`} isTall>
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
                {rows.map(([time = '', ...values]) => (
                  <tr key={time}>
                    <th scope="row">{time}</th>
                    {values.map((value, index) => (
                      <td key={columns[index + 1]}>{value}</td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </TableFrame>
          </details>
        </>
      )}
    </section>
  );
}
