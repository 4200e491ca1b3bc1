import type { ReactElement } from 'react';
import { Icon } from '../primitives/icon.tsx';
import { part } from '../primitives/part.ts';
import { Spinner } from '../primitives/spinner.tsx';
import type { FieldNews } from './field-news.ts';

const icons = { info: 'info', success: 'check', warning: 'alert' } as const;

/** Something good to know about a field. The live region stands there from the start. */
export function FieldNote({ id, news }: { readonly id: string; readonly news: FieldNews | undefined }): ReactElement {
  return (
    <div aria-live="polite">
      {news && (
        <div {...part('note')} data-tone={news.tone}>
          {news.busy === true ? <Spinner /> : <Icon name={icons[news.tone]} />}
          <p id={id}>
            {news.remedy === undefined ? news.text : <strong>{news.text}</strong>}
            {news.remedy !== undefined && <span {...part('remedy')}> {news.remedy}</span>}
          </p>
        </div>
      )}
    </div>
  );
}
