import type { KeyEntry } from '@latchkey/protocol';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { useIsAdmin } from '../../api/use-is-admin.ts';
import { Confirm } from '../../parts/confirm.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ErrorState } from '../../parts/error-state.tsx';
import { Icon } from '../../parts/icon.tsx';
import { Loading } from '../../parts/loading.tsx';
import { SettingsPage } from '../settings-page.tsx';
import { KeyTable } from './key-table.tsx';
import { MakeKey } from './make-key.tsx';
import { keysQuery, useRevokeKey } from './queries.ts';

/** What backends call with. */
export function KeysPage(): ReactElement {
  const isAdmin = useIsAdmin();
  const { data, error, refetch } = useQuery({ ...keysQuery, enabled: isAdmin });
  const [making, setMaking] = useState(false);
  const [revoking, setRevoking] = useState<KeyEntry>();
  const make = (
    <button type="button" className="button primary" onClick={() => setMaking(true)}>
      <Icon name="plus" />
      Make a key
    </button>
  );

  return (
    <SettingsPage
      title="Secret keys"
      about="What your backends call Latchkey with, and what each may do."
      actions={data?.length ? make : undefined}
    >
      {!isAdmin && <p className="note">Only administrators see secret keys.</p>}
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {isAdmin && !data && !error && <Loading />}
      {data?.length === 0 && (
        <EmptyState
          title="No secret key yet"
          text="Your backend needs one to start connect sessions and to call providers through the proxy."
          action={make}
        />
      )}
      {data !== undefined && data.length > 0 && <KeyTable keys={data} onRevoke={setRevoking} />}
      {making && <MakeKey onClose={() => setMaking(false)} />}
      {revoking && <RevokeKey secretKey={revoking} onClose={() => setRevoking(undefined)} />}
    </SettingsPage>
  );
}

interface RevokeKeyProps {
  readonly secretKey: KeyEntry;
  readonly onClose: () => void;
}

function RevokeKey({ secretKey: { id, name, hint }, onClose }: RevokeKeyProps): ReactElement {
  return (
    <Confirm title="Revoke this key?" action="Revoke" change={useRevokeKey(id)} onDone={onClose} onClose={onClose}>
      <strong>{name}</strong> (<code>…{hint}</code>) is refused from then on, in every process within two seconds. It cannot be brought
      back.
    </Confirm>
  );
}
