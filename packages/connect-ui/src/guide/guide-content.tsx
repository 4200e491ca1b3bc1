'use client';

import type { GuidePart, ProviderForm } from '@latchkey/providers';
import { findGuide } from '@latchkey/providers/guides';
import { useEffect, useId, useRef, type ReactElement } from 'react';
import { localizeGuide } from '../messages/localize-guide.ts';
import { useMessages } from '../messages/use-messages.ts';
import { Icon } from '../primitives/icon.tsx';
import { usePart } from '../primitives/styling.ts';
import { ConsoleLink } from './console-link.tsx';
import { GuideStepCard } from './guide-step-card.tsx';

interface GuideProps {
  readonly form: ProviderForm;
  readonly consoleUrl: string | undefined;
  /** The id of the step that is wanted. */
  readonly step: string | undefined;
}

/** One step of the guide. */
export function GuideStepAlone({ form, consoleUrl, step: id }: GuideProps): ReactElement | null {
  const step = useGuideParts(form)
    .flatMap((guidePart) => guidePart.steps)
    .find((row) => row.id === id);
  if (!step) return null;
  return (
    <GuideStepCard step={step} heading="h3">
      <ConsoleLink url={consoleUrl} />
    </GuideStepCard>
  );
}

/** The whole guide: its parts in order, the one that holds the wanted step open. */
export function Guide({ form, consoleUrl, step }: GuideProps): ReactElement {
  const { t } = useMessages();
  const part = usePart();
  const titleId = useId();
  const parts = useGuideParts(form);
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
            <GuideStepCard step={guideStep} heading="h4" key={guideStep.id} />
          ))}
        </details>
      ))}
      <ConsoleLink url={consoleUrl} />
    </section>
  );
}

function useGuideParts(form: ProviderForm): readonly GuidePart[] {
  const { locale } = useMessages();
  return localizeGuide(locale, form.provider, findGuide(form.provider) ?? []);
}
