import { useNavigate } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { Confirm } from '../parts/confirm.tsx';
import { useDeleteIntegration } from './queries.ts';

interface DeleteIntegrationProps {
  readonly integrationId: string;
  /** How many connections go with it. */
  readonly connections: number;
  readonly onClose: () => void;
}

/** Asks once more, and says what goes with the integration. */
export function DeleteIntegration({ integrationId, connections, onClose }: DeleteIntegrationProps): ReactElement {
  const navigate = useNavigate();
  const remove = useDeleteIntegration(integrationId, connections > 0);
  const count = connections === 1 ? '1 connection' : `${connections.toLocaleString()} connections`;
  return (
    <Confirm
      title="Delete this integration?"
      action={connections === 0 ? 'Delete' : `Delete with ${count}`}
      change={remove}
      onDone={() => void navigate({ to: '/integrations' })}
      onClose={onClose}
    >
      {connections === 0
        ? 'Nothing is connected through it. Customers can no longer connect through it afterwards.'
        : `${count} go with it: your app can no longer call the provider for those customers. This cannot be undone.`}
    </Confirm>
  );
}
