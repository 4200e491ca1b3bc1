import type { CheckedConnection } from '@latchkey/protocol';
import type { ReactElement } from 'react';
import { ActionButton } from '../parts/action-button.tsx';
import { Modal } from '../parts/modal.tsx';
import { Problem } from '../parts/problem.tsx';
import { MadeLink } from '../settings/links/made-link.tsx';
import { useCreateLink } from '../settings/links/queries.ts';

interface ShareLinkProps {
  readonly connection: CheckedConnection;
  readonly onClose: () => void;
}

/** Makes a link by which somebody else, such as the customer's PingOne administrator, gives this connection a new credential. */
export function ShareLink({ connection, onClose }: ShareLinkProps): ReactElement {
  const create = useCreateLink();
  const body = { integration_id: connection.provider_config_key, connection_id: connection.connection_id };
  return (
    <Modal title={create.data ? 'Send this link' : 'Share a link'} onClose={onClose}>
      {create.data ? (
        <MadeLink link={create.data.data} onDone={onClose} />
      ) : (
        <>
          <p>Whoever opens the link can give this connection a new credential, and nothing else. It works once, and can be revoked.</p>
          <Problem error={create.error} />
          <div className="actions">
            <ActionButton className="button primary" isBusy={create.isPending} onClick={() => create.mutate(body)}>
              Make the link
            </ActionButton>
            <button type="button" className="button" onClick={onClose}>
              Cancel
            </button>
          </div>
        </>
      )}
    </Modal>
  );
}
