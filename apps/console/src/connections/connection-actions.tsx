import type { CheckedConnection } from '@latchkey/protocol';
import { useNavigate } from '@tanstack/react-router';
import { useState, type ReactElement } from 'react';
import { toApiError } from '../api/api-error.ts';
import { Modal } from '../parts/modal.tsx';
import {
  checkConnection,
  deleteConnection,
  refreshConnection,
  updateConnection,
  useConnectionChange,
  type ConnectionKey,
} from './queries.ts';
import { Reconnect } from './reconnect.tsx';
import { ShareLink } from './share-link.tsx';

interface ConnectionActionsProps {
  readonly connectionKey: ConnectionKey;
  readonly connection: CheckedConnection;
  readonly isAdmin: boolean;
}

/** What can be done about a connection. */
export function ConnectionActions({ connectionKey, connection, isAdmin }: ConnectionActionsProps): ReactElement | null {
  const [open, setOpen] = useState<'reconnect' | 'share' | 'delete'>();
  const check = useConnectionChange(connectionKey, checkConnection);
  const refresh = useConnectionChange(connectionKey, refreshConnection);
  const isDisabled = connection.status === 'disabled';
  const toggle = useConnectionChange(connectionKey, (key) => updateConnection(key, { status: isDisabled ? 'active' : 'disabled' }));
  if (!isAdmin) return null;
  const running = [check, refresh, toggle].find(({ isPending }) => isPending);
  const latest = [check, refresh, toggle].toSorted((one, other) => other.submittedAt - one.submittedAt)[0];
  const error = latest?.error && toApiError(latest.error);
  const close = (): void => setOpen(undefined);

  return (
    <>
      <button type="button" className="button" disabled={running !== undefined || isDisabled} onClick={() => check.mutate()}>
        {check.isPending ? 'Checking…' : 'Check now'}
      </button>
      <button type="button" className="button" disabled={running !== undefined || isDisabled} onClick={() => refresh.mutate()}>
        {refresh.isPending ? 'Refreshing…' : 'Refresh'}
      </button>
      <button type="button" className="button" disabled={isDisabled} onClick={() => setOpen('reconnect')}>
        Reconnect
      </button>
      <button type="button" className="button" disabled={isDisabled} onClick={() => setOpen('share')}>
        Share link
      </button>
      <button type="button" className="button" disabled={running !== undefined} onClick={() => toggle.mutate()}>
        {isDisabled ? 'Enable' : 'Disable'}
      </button>
      <button type="button" className="button danger" onClick={() => setOpen('delete')}>
        Delete
      </button>
      <p className={error ? 'problem small' : 'muted small'} aria-live="polite">
        {error ? `${error.message} ${error.remedy ?? ''}` : latest?.isSuccess && 'Done.'}
      </p>
      {open === 'reconnect' && <Reconnect connectionKey={connectionKey} onClose={close} />}
      {open === 'share' && <ShareLink connection={connection} onClose={close} />}
      {open === 'delete' && <DeleteConnection connectionKey={connectionKey} onClose={close} />}
    </>
  );
}

interface DeleteConnectionProps {
  readonly connectionKey: ConnectionKey;
  readonly onClose: () => void;
}

function DeleteConnection({ connectionKey, onClose }: DeleteConnectionProps): ReactElement {
  const navigate = useNavigate();
  const remove = useConnectionChange(connectionKey, deleteConnection);
  const error = remove.error && toApiError(remove.error);
  return (
    <Modal title="Delete this connection?" onClose={onClose}>
      <p>
        Its credential and tokens are gone then, and your app can no longer call the provider through it. The customer can connect again.
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
          onClick={() => remove.mutate(undefined, { onSuccess: () => void navigate({ to: '/connections' }) })}
        >
          Delete
        </button>
        <button type="button" className="button" onClick={onClose}>
          Keep
        </button>
      </div>
    </Modal>
  );
}
