import { useNavigate } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { toApiError } from '../api/api-error.ts';
import { Modal } from '../parts/modal.tsx';
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
  const remove = useDeleteIntegration(integrationId);
  const error = remove.error && toApiError(remove.error);
  return (
    <Modal title="Delete this integration?" onClose={onClose}>
      <p>
        {connections === 0
          ? 'Nothing is connected through it. Customers can no longer connect through it afterwards.'
          : `${connections.toLocaleString()} ${connections === 1 ? 'connection is' : 'connections are'} deleted with it: your app can no longer call the provider for those customers. This cannot be undone.`}
      </p>
      {error && (
        <p className="problem" role="alert">
          {error.message} {error.remedy}
        </p>
      )}
      <div className="actions">
        <button
          type="button"
          className="button danger"
          disabled={remove.isPending}
          onClick={() => remove.mutate(connections > 0, { onSuccess: () => void navigate({ to: '/integrations' }) })}
        >
          {connections === 0 ? 'Delete' : `Delete with ${connections.toLocaleString()} connections`}
        </button>
        <button type="button" className="button" onClick={onClose}>
          Keep
        </button>
      </div>
    </Modal>
  );
}
