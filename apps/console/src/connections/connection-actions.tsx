import type { CheckedConnection } from '@latchkey/protocol';
import { useNavigate } from '@tanstack/react-router';
import { useState, type ReactElement } from 'react';
import { ActionButton } from '../parts/action-button.tsx';
import { Confirm } from '../parts/confirm.tsx';
import { Menu } from '../parts/menu.tsx';
import { Problem } from '../parts/problem.tsx';
import {
  checkConnection,
  refreshConnection,
  updateConnection,
  useConnectionChange,
  useDeleteConnection,
  type ConnectionKey,
} from './queries.ts';
import { Reconnect } from './reconnect.tsx';
import { ShareLink } from './share-link.tsx';

interface ConnectionActionsProps {
  readonly connectionKey: ConnectionKey;
  readonly connection: CheckedConnection;
}

/** What can be done about a connection: what is done often stands there, the rest is folded away. */
export function ConnectionActions({ connectionKey, connection }: ConnectionActionsProps): ReactElement {
  const [open, setOpen] = useState<'reconnect' | 'share' | 'delete'>();
  const navigate = useNavigate();
  const check = useConnectionChange(connectionKey, checkConnection);
  const refresh = useConnectionChange(connectionKey, refreshConnection);
  const isDisabled = connection.status === 'disabled';
  const toggle = useConnectionChange(connectionKey, (key) => updateConnection(key, { status: isDisabled ? 'active' : 'disabled' }));
  const remove = useDeleteConnection(connectionKey);
  const isBusy = check.isPending || refresh.isPending || toggle.isPending;
  const latest = [check, refresh, toggle].toSorted((one, other) => other.submittedAt - one.submittedAt)[0];
  const close = (): void => setOpen(undefined);
  const reconnect = (): void => {
    // What came of it before is no news any more.
    for (const change of [check, refresh, toggle]) change.reset();
    setOpen('reconnect');
  };

  return (
    <>
      {isDisabled ? (
        <ActionButton className="button primary" isBusy={isBusy} onClick={() => toggle.mutate()}>
          Enable
        </ActionButton>
      ) : (
        <>
          <ActionButton className="button" isBusy={isBusy} onClick={() => check.mutate()}>
            {check.isPending ? 'Checking…' : 'Check now'}
          </ActionButton>
          <button type="button" className={connection.status === 'needs_reconnect' ? 'button primary' : 'button'} onClick={reconnect}>
            Reconnect
          </button>
        </>
      )}
      <Menu
        label="More"
        items={[
          ...(isDisabled
            ? []
            : [
                { label: 'Refresh its token', onSelect: () => refresh.mutate() },
                { label: 'Share a link', onSelect: () => setOpen('share') },
                { label: 'Disable', onSelect: () => toggle.mutate() },
              ]),
          { label: 'Delete', isDangerous: true, onSelect: () => setOpen('delete') },
        ]}
      />
      <div className="outcome small" aria-live="polite">
        {/* What is wrong with the connection itself, the page says. */}
        {connection.errors.length === 0 && <Problem error={latest?.error} />}
        {latest?.isSuccess && <p className="muted">Done.</p>}
      </div>
      {open === 'reconnect' && <Reconnect connectionKey={connectionKey} onClose={close} />}
      {open === 'share' && <ShareLink connection={connection} onClose={close} />}
      {open === 'delete' && (
        <Confirm
          title="Delete this connection?"
          action="Delete"
          change={remove}
          onDone={() => void navigate({ to: '/connections' })}
          onClose={close}
        >
          Its credential and tokens are gone then, and your app can no longer call the provider through it. The customer can connect again.
        </Confirm>
      )}
    </>
  );
}
