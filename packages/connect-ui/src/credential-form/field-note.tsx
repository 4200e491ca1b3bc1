import type { Problem } from '@latchkey/providers';
import type { ReactElement } from 'react';
import { errorText } from '../messages/provider-text.ts';
import { useMessages } from '../messages/use-messages.ts';
import { Icon } from '../primitives/icon.tsx';
import { part } from '../primitives/part.ts';
import { Spinner } from '../primitives/spinner.tsx';
import type { FieldNews } from './field-news.ts';

const icons = { info: 'info', success: 'check', warning: 'alert' } as const;

interface FieldNoteProps {
  readonly id: string;
  readonly news: FieldNews | undefined;
  /** What looks wrong with a value that is taken nevertheless. */
  readonly warning: Problem | undefined;
}

/** Something good to know about a field. The live region stands there from the start. */
export function FieldNote({ id, news, warning }: FieldNoteProps): ReactElement {
  const { locale } = useMessages();
  const text = warning && errorText(locale, warning.code, warning);
  const shown = news ?? (text && ({ tone: 'warning', text: text.message, remedy: text.remedy, busy: false } as const));
  return (
    <div aria-live="polite">
      {shown && (
        <div {...part('note')} data-tone={shown.tone}>
          {shown.busy === true ? <Spinner /> : <Icon name={icons[shown.tone]} />}
          <p id={id}>
            {shown.remedy === undefined ? shown.text : <strong>{shown.text}</strong>}
            {shown.remedy !== undefined && <span {...part('remedy')}> {shown.remedy}</span>}
          </p>
        </div>
      )}
    </div>
  );
}
