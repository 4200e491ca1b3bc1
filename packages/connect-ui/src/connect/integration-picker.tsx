import { useId, type ReactElement, type Ref } from 'react';
import type { OfferedIntegration } from '../api/session.ts';
import { useMessages } from '../messages/use-messages.ts';
import { Icon } from '../primitives/icon.tsx';
import { useSlots } from '../primitives/slots.ts';
import { usePart } from '../primitives/styling.ts';

interface IntegrationPickerProps {
  readonly integrations: readonly OfferedIntegration[];
  readonly titleRef: Ref<HTMLHeadingElement> | undefined;
  readonly onChoose: (integrationId: string) => void;
}

/** Lets the person choose when the session allows several integrations. */
export function IntegrationPicker({ integrations, titleRef, onChoose }: IntegrationPickerProps): ReactElement {
  const { t } = useMessages();
  const part = usePart();
  const { Button, Header } = useSlots();
  const titleId = useId();
  return (
    <section {...part('picker')} aria-labelledby={titleId}>
      <Header {...part('header')} icon="key" title={t('picker.title')} titleId={titleId} titleRef={titleRef} />
      <ul>
        {integrations.map(({ integrationId, displayName }) => (
          <li key={integrationId}>
            <Button {...part('choice')} type="button" onClick={() => onChoose(integrationId)}>
              <span>{displayName}</span>
              <Icon name="chevron" />
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
