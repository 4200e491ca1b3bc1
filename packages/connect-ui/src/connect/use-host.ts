import { useMemo } from 'react';
import type { ConnectApi } from '../api/connect-api.ts';
import type { Connection } from '../api/connection.ts';
import { later, type Later } from '../primitives/later.ts';
import { callHost, reportToHost } from './call-host.ts';
import type { ConnectEvent } from './connect-event.ts';
import type { ConnectOptions } from './connect-props.ts';
import type { Explanation } from './explanation.ts';
import { useLatest } from './use-latest.ts';

/** The host's side of the component: its server, and what it wants to hear. Stays the same for the component's life. */
export interface Host {
  /** The server's routes; what calls them is loaded with the first call, so that the form does not wait for it. */
  readonly api: Later<ConnectApi>;
  readonly emit: (event: ConnectEvent) => void;
  readonly connected: (connection: Connection) => void;
  readonly failed: (explanation: Explanation) => void;
}

/** Makes the host's side out of its options, always calling the newest of them. What they throw reaches nobody here. */
export function useCreateHost(options: ConnectOptions): Host {
  const latest = useLatest(options);
  return useMemo(
    () => ({
      api: later(async () => {
        const { createConnectApi } = await import('../api/connect-api.ts');
        return createConnectApi({ options: latest, report: reportToHost });
      }),
      emit: (event) => callHost(latest.current.onEvent, event),
      connected: (connection) => callHost(latest.current.onConnect, connection),
      failed: (explanation) => callHost(latest.current.onError, explanation),
    }),
    [latest],
  );
}
