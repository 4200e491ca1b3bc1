import type { GuideStep } from '@latchkey/providers';
import { useContext, type ReactElement, type ReactNode, type Ref } from 'react';
import { useMessages } from '../messages/use-messages.ts';
import { StylingContext, usePart } from '../primitives/styling.ts';
import { Emphasized } from './emphasized.tsx';
import { drawPicture } from './pictures/draw-picture.tsx';

interface GuideStepCardProps {
  readonly step: GuideStep;
  /** The level under which it stands. */
  readonly heading: 'h3' | 'h4';
  /** Where it is given, the card takes the focus through it. */
  readonly cardRef?: Ref<HTMLElement> | undefined;
  readonly children?: ReactNode;
}

/** One step: where in the console, what to do there, and how it looks. */
export function GuideStepCard({ step, heading: Heading, cardRef, children }: GuideStepCardProps): ReactElement {
  const { t } = useMessages();
  const part = usePart();
  // Its colours come from Latchkey's own classes.
  const { unstyled = false } = useContext(StylingContext);
  const picture = unstyled ? undefined : drawPicture(step.picture);
  return (
    <section {...part('step')} tabIndex={cardRef ? -1 : undefined} ref={cardRef}>
      <div {...part('step-body')}>
        <Heading {...part('step-title')}>{step.title}</Heading>
        {step.consolePath.length > 0 && (
          <ol {...part('path')} dir="ltr" aria-label={t('guide.path')}>
            {step.consolePath.map((word, index) => (
              // A path may name the same word twice, as Applications → Applications does.
              // oxlint-disable-next-line react/no-array-index-key
              <li key={index}>{word}</li>
            ))}
          </ol>
        )}
        <ol {...part('instructions')}>
          {step.instructions.map((instruction) => (
            <li key={instruction}>
              <Emphasized text={instruction} />
            </li>
          ))}
        </ol>
        {children}
      </div>
      {picture && (
        <figure {...part('picture')} aria-hidden="true">
          {picture}
        </figure>
      )}
    </section>
  );
}
