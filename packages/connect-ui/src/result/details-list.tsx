import type { ReactElement } from 'react';
import type { Explanation } from '../connect/explanation.ts';
import { useMessages } from '../messages/use-messages.ts';
import { Icon } from '../primitives/icon.tsx';
import { usePart } from '../primitives/styling.ts';

/** The codes and ids of a failure, behind a disclosure. */
export function DetailsList({ explanation }: { readonly explanation: Explanation }): ReactElement {
  const { t } = useMessages();
  const part = usePart();
  const rows = [
    [t('failure.code'), explanation.code],
    [t('failure.correlationId'), explanation.correlationId],
    [t('failure.requestId'), explanation.requestId],
  ] as const;
  return (
    <details {...part('details')}>
      <summary>
        {t('failure.details')}
        <Icon name="chevron" />
      </summary>
      <dl>
        {rows.map(
          ([label, value]) =>
            value !== undefined && (
              <div key={label}>
                <dt>{label}</dt>
                <dd dir="ltr">{value}</dd>
              </div>
            ),
        )}
      </dl>
    </details>
  );
}
