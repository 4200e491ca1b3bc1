'use client';

import { useMemo, type ReactElement } from 'react';
import { useLocale } from '../messages/use-locale.ts';
import { LocaleContext } from '../messages/use-messages.ts';
import { defaultSlots } from '../primitives/default-slots.tsx';
import { SlotsContext } from '../primitives/slots.ts';
import { stylePart, StylingContext } from '../primitives/styling.ts';
import { CloseButton } from './close-button.tsx';
import { ConnectBody } from './connect-body.tsx';
import type { ConnectProps } from './connect-props.ts';
import { useConnect } from './use-connect.ts';

/**
 * The form with which a person connects their environment to the host's app, drawn in place.
 *
 * It needs the stylesheet `@latchkey/connect-ui/styles.css`, and no provider around it. It leaves nothing behind when it is taken away.
 *
 * @example
 * ```tsx
 * <Connect
 *   apiUrl="/latchkey"
 *   sessionToken={() => fetch('/api/connect-session', { method: 'POST' }).then((answer) => answer.text())}
 *   integration="pingone-cc"
 *   onConnect={({ connectionId }) => console.log(connectionId)}
 * />
 * ```
 */
export function Connect(props: ConnectProps): ReactElement {
  const { classNames, unstyled, components, onClose, onEvent } = props;
  const connect = useConnect(props);
  const locale = useLocale(props.locale ?? 'en');
  const styling = useMemo(() => ({ classNames, unstyled }), [classNames, unstyled]);
  const slots = useMemo(() => ({ ...defaultSlots, ...components }), [components]);
  return (
    <LocaleContext.Provider value={locale}>
      <StylingContext.Provider value={styling}>
        <SlotsContext.Provider value={slots}>
          <div {...stylePart(styling, 'root')} {...connect.languageProps} data-appearance={props.appearance ?? 'auto'}>
            {onClose && <CloseButton onClose={onClose} />}
            <ConnectBody connect={connect} onClose={onClose} onGuideOpened={(step) => onEvent?.({ type: 'guide_opened', step })} />
          </div>
        </SlotsContext.Provider>
      </StylingContext.Provider>
    </LocaleContext.Provider>
  );
}
