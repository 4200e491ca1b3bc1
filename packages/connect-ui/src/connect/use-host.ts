import { createContext, useContext, useMemo } from 'react';
import type { ConnectApi } from '../api/connect-api.ts';
import { loadConnectApi } from '../api/load-connect-api.ts';
import type { Connection } from '../api/connection.ts';
import type { ConnectEvent } from './connect-event.ts';
import type { ConnectProps } from './connect-props.ts';
import type { Explanation } from './explanation.ts';
import { useLatest } from './use-latest.ts';

/** The host's side of the component: its server, and what it wants to hear. Stays the same for the component's life. */
export interface Host {
  readonly api: ConnectApi;
  readonly emit: (event: ConnectEvent) => void;
  readonly connected: (connection: Connection) => void;
  readonly failed: (explanation: Explanation) => void;
}

/** @see {@link useHost} */
export const HostContext = createContext<Host | undefined>(undefined);

/** The host's side of the component that this is drawn in. */
export function useHost(): Host {
  const host = useContext(HostContext);
  if (!host) throw new Error('This part of Latchkey must be drawn inside <Connect>.');
  return host;
}

/** Makes the host's side out of the component's properties, always calling the newest of them. */
export function useCreateHost(props: ConnectProps): Host {
  const latest = useLatest(props);
  return useMemo(
    () => ({
      api: loadConnectApi({
        apiUrl: () => latest.current.apiUrl,
        sessionToken: () => latest.current.sessionToken,
        fetch: () => latest.current.fetch ?? globalThis.fetch,
        isOnline: () => navigator.onLine,
      }),
      emit: (event) => latest.current.onEvent?.(event),
      connected: (connection) => latest.current.onConnect?.(connection),
      failed: (explanation) => latest.current.onError?.(explanation),
    }),
    [latest],
  );
}
