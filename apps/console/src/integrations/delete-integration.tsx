import { useNavigate } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { ApiError } from '../api/api-error.ts';
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
  const removeAlone = useDeleteIntegration(integrationId, false);
  const removeAll = useDeleteIntegration(integrationId, true);
  // The count is some seconds old: somebody may have connected meanwhile.
  const isRefused = removeAlone.error instanceof ApiError && removeAlone.error.code === 'integration_has_connections';
  const words = describe(connections, isRefused);
  return (
    <Confirm
      title="Delete this integration?"
      action={words.action}
      change={words.goesWithAll ? removeAll : removeAlone}
      onDone={() => void navigate({ to: '/integrations' })}
      onClose={onClose}
    >
      <p role={isRefused ? 'alert' : undefined}>{words.text}</p>
    </Confirm>
  );
}

/** What goes with it, and what the button says. */
function describe(
  connections: number,
  isRefused: boolean,
): { readonly goesWithAll: boolean; readonly action: string; readonly text: string } {
  const loss = 'your app can no longer call the provider for those customers. This cannot be undone.';
  if (connections > 0) {
    const count = connections === 1 ? '1 connection' : `${connections.toLocaleString()} connections`;
    return { goesWithAll: true, action: `Delete with ${count}`, text: `${count} ${connections === 1 ? 'goes' : 'go'} with it: ${loss}` };
  }
  if (isRefused) {
    const text = `It was not deleted, because somebody has connected through it meanwhile. If you delete it with its connections, ${loss}`;
    return { goesWithAll: true, action: 'Delete with its connections', text };
  }
  const text = 'Nothing is connected through it. Customers can no longer connect through it afterwards.';
  return { goesWithAll: false, action: 'Delete', text };
}
