import type { ReactElement } from 'react';

const paths = {
  overview: 'M3 13V9m5 4V5m5 8V3',
  integrations: 'M3 3h4v4H3zM9 3h4v4H9zM3 9h4v4H3zM11 9v4m-2-2h4',
  connections: 'M6.5 9.5l3-3M5 8L3.6 9.4a2.1 2.1 0 003 3L8 11m3-3l1.4-1.4a2.1 2.1 0 00-3-3L8 5',
  logs: 'M3 4h10M3 8h10M3 12h6',
  settings: 'M3 5h6m3 0h1M3 11h1m3 0h6M9 3.5v3M7 9.5v3',
  copy: 'M6 6h7v7H6zM4 10H3V3h7v1',
  check: 'M3 8.5l3.2 3.2L13 5',
  close: 'M4 4l8 8m0-8l-8 8',
  warning: 'M8 2.5l6 11H2zM8 6.5v3m0 2v.01',
  external: 'M9 3h4v4m0-4L7.5 8.5M11 9.5V13H3V5h3.5',
  plus: 'M8 3v10M3 8h10',
  refresh: 'M13 8a5 5 0 11-1.5-3.5M13 2.5v2.6h-2.6',
  chevron: 'M6 3.5L10.5 8 6 12.5',
} as const;

/** A drawing of the set. */
export type IconName = keyof typeof paths;

/** A small drawing beside words; nobody hears it. */
export function Icon({ name }: { readonly name: IconName }): ReactElement {
  return (
    <svg className="icon" viewBox="0 0 16 16" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  );
}
