import { ConnectDialog } from '@latchkey/connect-ui';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, type ReactElement } from 'react';
import { apiUrl, call } from '../api/api.ts';
import { readConnectionsAnew, type ConnectionKey } from './queries.ts';

interface ReconnectProps {
  readonly connectionKey: ConnectionKey;
  readonly onClose: () => void;
}

/** Gives a connection a new credential, by the same dialog that customers see. */
export function Reconnect({ connectionKey, onClose }: ReconnectProps): ReactElement {
  const client = useQueryClient();
  const { integrationId, connectionId } = connectionKey;
  const getToken = useCallback(async (): Promise<string> => {
    const body = { integration_id: integrationId, connection_id: connectionId };
    return (await call<{ data: { token: string } }>('POST', '/connect/sessions/reconnect', { body })).data.token;
  }, [integrationId, connectionId]);
  return (
    <ConnectDialog
      open
      apiUrl={apiUrl}
      sessionToken={getToken}
      integration={integrationId}
      onConnect={() => void readConnectionsAnew(client)}
      onOpenChange={onClose}
    />
  );
}
