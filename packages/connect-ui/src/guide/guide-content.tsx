'use client';

import type { GuidePart } from '@latchkey/providers';
import { findGuide } from '@latchkey/providers/guides';
import { useEffect, useId, useRef, type ReactElement } from 'react';
import { StepCopy } from '../authorization/copy-value.tsx';
import type { ConnectControl } from '../connect/use-connect.ts';
import { localizeGuide } from '../messages/localize-guide.ts';
import { useMessages } from '../messages/use-messages.ts';
import { Icon } from '../primitives/icon.tsx';
import { usePart } from '../primitives/styling.ts';
import { ConsoleLink } from './console-link.tsx';
import { GuideStepCard } from './guide-step-card.tsx';

interface GuideProps {
  readonly connect: ConnectControl;
  /** The id of the step that is wanted. */
  readonly step: string | undefined;
}

/** One step of the guide. */
export function GuideStepAlone({ connect, step: id }: GuideProps): ReactElement | null {
  const step = useGuideParts(connect)
    .flatMap(({ steps }) => steps)
    .find((row) => row.id === id);
  if (!step) return null;
  return (
    <GuideStepCard step={step} heading="h3">
      <StepCopy connect={connect} step={id} />
      <ConsoleLink url={connect.consoleUrl} />
    </GuideStepCard>
  );
}

/** The whole guide: its parts in order, the one that holds the wanted step open. */
export function Guide({ connect, step }: GuideProps): ReactElement {
  const { t } = useMessages();
  const part = usePart();
  const titleId = useId();
  const parts = useGuideParts(connect);
  const start = useRef<HTMLElement>(null);
  useEffect(() => start.current?.focus(), []);
  const wanted = parts.find((row) => row.steps.some(({ id }) => id === step)) ?? parts[0];

  return (
    <section {...part('guide')} aria-labelledby={titleId} tabIndex={-1} ref={start}>
      <h3 {...part('step-title')} id={titleId}>
        {t('guide.title')}
      </h3>
      {parts.map((row, index) => (
        <details key={row.id} {...part('guide-part')} open={row === wanted}>
          <summary>
            <span aria-hidden="true">{index + 1}</span>
            {row.title}
            <Icon name="chevron" />
          </summary>
          {row.steps.map((guideStep) => (
            <GuideStepCard step={guideStep} heading="h4" key={guideStep.id}>
              <StepCopy connect={connect} step={guideStep.id} />
            </GuideStepCard>
          ))}
        </details>
      ))}
      <ConsoleLink url={connect.consoleUrl} />
    </section>
  );
}

function useGuideParts({ form }: ConnectControl): readonly GuidePart[] {
  const { locale } = useMessages();
  return form ? localizeGuide(locale, form.provider, findGuide(form.provider) ?? []) : [];
}
