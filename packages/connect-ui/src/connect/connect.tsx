'use client';

import { QueryClientProvider } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { useLocale } from '../messages/use-locale.ts';
import { LocaleContext } from '../messages/use-messages.ts';
import { part } from '../primitives/part.ts';
import { CloseButton } from './close-button.tsx';
import { ConnectBody } from './connect-body.tsx';
import type { ConnectProps } from './connect-props.ts';
import { createQueryClient } from './create-query-client.ts';
import { HostContext, useCreateHost } from './use-host.ts';

/**
 * The form with which a person connects their environment to the host's app, drawn in place.
 *
 * It needs the stylesheet `@latchkey/connect-ui/styles.css`, and no provider around it.
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
  const host = useCreateHost(props);
  const locale = useLocale(props.locale ?? 'en');
  const [queryClient] = useState(createQueryClient);
  return (
    <QueryClientProvider client={queryClient}>
      <LocaleContext.Provider value={locale}>
        <HostContext.Provider value={host}>
          <div {...part('root')} data-appearance={props.appearance ?? 'auto'} lang={locale.tag} dir={locale.direction}>
            {props.onClose && <CloseButton onClose={props.onClose} />}
            <ConnectBody integration={props.integration} provider={props.provider} onClose={props.onClose} />
          </div>
        </HostContext.Provider>
      </LocaleContext.Provider>
    </QueryClientProvider>
  );
}
