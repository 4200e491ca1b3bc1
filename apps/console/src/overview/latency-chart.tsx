import type { ReactElement } from 'react';
import { ChartFrame } from './chart-frame.tsx';
import { formatMoment } from './format-moment.ts';
import type { Overview } from './queries.ts';
import { findScale } from './scale.ts';

interface LatencyChartProps {
  readonly requests: Overview['requests'];
  /** The span that is shown, in words. */
  readonly label: string;
}

/** How long requests took over time: half of them were faster than the one line, nineteen of twenty faster than the other. */
export function LatencyChart({ requests, label }: LatencyChartProps): ReactElement {
  const { buckets, bucket_seconds: bucketSeconds } = requests;
  const scale = findScale(Math.max(0, ...buckets.map(({ p95_ms }) => p95_ms ?? 0)));
  const latest = buckets.findLast(({ p50_ms }) => p50_ms !== null);
  const place = (index: number): number => ((index + 0.5) / Math.max(1, buckets.length)) * 100;
  const draw = (className: string, read: (bucket: (typeof buckets)[number]) => number | null): ReactElement => {
    const points = buckets.flatMap((bucket, index) => {
      const value = read(bucket);
      return value === null ? [] : [`${place(index)},${100 - scale.percent(value)}`];
    });
    // A line of one point alone would not be seen.
    if (points.length === 1) return <polyline className={`${className} point`} points={`${points[0]} ${points[0]}`} />;
    return <polyline className={className} points={points.join(' ')} />;
  };
  return (
    <ChartFrame
      title="Latency"
      figure={latest ? `${Math.round(latest.p50_ms ?? 0)} ms` : '–'}
      note="median of the latest requests"
      isEmpty={latest === undefined}
      label={label}
      scale={scale}
      unit="ms"
      columns={['Time', 'Median', '95th percentile']}
      rows={buckets.map(({ at, p50_ms, p95_ms }) => [formatMoment(at, bucketSeconds), formatMs(p50_ms), formatMs(p95_ms)])}
    >
      {draw('line p95', ({ p95_ms }) => p95_ms)}
      {draw('line', ({ p50_ms }) => p50_ms)}
    </ChartFrame>
  );
}

function formatMs(value: number | null): string {
  return value === null ? '–' : `${Math.round(value).toLocaleString()} ms`;
}
