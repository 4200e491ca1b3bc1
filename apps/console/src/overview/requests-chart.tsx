import type { ReactElement } from 'react';
import { ChartFrame } from './chart-frame.tsx';
import { formatMoment } from './format-moment.ts';
import type { Overview } from './queries.ts';
import { findScale } from './scale.ts';

interface RequestsChartProps {
  readonly requests: Overview['requests'];
  /** The span that is shown, in words. */
  readonly label: string;
}

/** How many requests there were over time, those that failed on top. */
export function RequestsChart({ requests, label }: RequestsChartProps): ReactElement {
  const { buckets, total, failed, bucket_seconds: bucketSeconds } = requests;
  const scale = findScale(Math.max(0, ...buckets.map((bucket) => bucket.total)));
  const width = 100 / Math.max(1, buckets.length);
  return (
    <ChartFrame
      title="Requests"
      figure={total.toLocaleString()}
      note={failed === 0 ? 'none failed' : `${failed.toLocaleString()} failed`}
      isEmpty={total === 0}
      label={label}
      scale={scale}
      columns={['Time', 'Requests', 'Failed']}
      rows={buckets.map(({ at, total, failed }) => [formatMoment(at, bucketSeconds), total.toLocaleString(), failed.toLocaleString()])}
    >
      {buckets.map(({ at, total, failed }, index) => (
        <g key={at}>
          <rect
            className="bar"
            x={index * width + width * 0.1}
            y={100 - scale.percent(total)}
            width={width * 0.8}
            height={scale.percent(total)}
          />
          <rect
            className="bar failed"
            x={index * width + width * 0.1}
            y={100 - scale.percent(total)}
            width={width * 0.8}
            height={scale.percent(failed)}
          />
        </g>
      ))}
    </ChartFrame>
  );
}
