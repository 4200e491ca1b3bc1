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
import { takeFocus } from '../primitives/take-focus.ts';
import { ConsoleLink } from './console-link.tsx';
import { GuideStepCard } from './guide-step-card.tsx';

interface StepProps {
  readonly connect: ConnectControl;
  /** The id of the step that is wanted. */
  readonly step: string | undefined;
}

/** What somebody has asked the guide for: another object each time. */
export interface GuideRequest {
  /** The id of the step that is wanted; without one the guide begins at its beginning. */
  readonly step?: string | undefined;
}

interface GuideProps {
  readonly connect: ConnectControl;
  readonly request: GuideRequest;
}

/** One step of the guide. */
export function GuideStepAlone({ connect, step: id }: StepProps): ReactElement | null {
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

/** The whole guide: its parts in order, the one that holds the wanted step open. Each request takes the person there. */
export function Guide({ connect, request }: GuideProps): ReactElement {
  const { t } = useMessages();
  const part = usePart();
  const titleId = useId();
  const parts = useGuideParts(connect);
  const start = useRef<HTMLElement>(null);
  const card = useRef<HTMLElement>(null);
  useEffect(() => {
    const step = request.step === undefined ? null : card.current;
    // The person may have closed its part by hand.
    step?.closest('details')?.setAttribute('open', '');
    takeFocus(step ?? start.current);
    step?.scrollIntoView({ block: 'start' });
  }, [request]);
  const isWanted = ({ id }: Pick<GuidePart, 'id'>): boolean => id === request.step;
  const wanted = parts.find(({ steps }) => steps.some(isWanted)) ?? parts[0];

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
            <GuideStepCard step={guideStep} heading="h4" key={guideStep.id} cardRef={isWanted(guideStep) ? card : undefined}>
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
