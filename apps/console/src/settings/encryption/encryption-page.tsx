import type { EncryptionBody } from '@latchkey/protocol';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useIsAdmin } from '../../api/use-is-admin.ts';
import { ActionButton } from '../../parts/action-button.tsx';
import { ErrorState } from '../../parts/error-state.tsx';
import { Loading } from '../../parts/loading.tsx';
import { Problem } from '../../parts/problem.tsx';
import { StatusBadge } from '../../parts/status-badge.tsx';
import { SettingsPage } from '../settings-page.tsx';
import { encryptionQuery, useRotate } from './queries.ts';
import { TableFrame } from '../../parts/table-frame.tsx';

/** Which keys seal what is stored. */
export function EncryptionPage(): ReactElement {
  const { data, error, refetch } = useQuery(encryptionQuery);
  return (
    <SettingsPage title="Encryption" about="The keys that seal credentials and tokens in the database.">
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data && (
        <>
          <TableFrame label="Encryption keys">
            <thead>
              <tr>
                <th scope="col">Key ID</th>
                <th scope="col">State</th>
                <th scope="col">Sealed values</th>
              </tr>
            </thead>
            <tbody>
              {data.keys.map(({ key_id: keyId, sealed_values: sealed }) => (
                <tr key={keyId}>
                  <th scope="row" className="nowrap">
                    <code>{keyId}</code>
                  </th>
                  <td>
                    {keyId === data.current_key_id ? (
                      <StatusBadge tone="good">Current</StatusBadge>
                    ) : (
                      <StatusBadge tone={sealed === 0 ? 'off' : 'warn'}>{sealed === 0 ? 'Not needed' : 'Still needed'}</StatusBadge>
                    )}
                  </td>
                  <td>{sealed.toLocaleString()}</td>
                </tr>
              ))}
            </tbody>
          </TableFrame>
          <Rotation encryption={data} />
        </>
      )}
    </SettingsPage>
  );
}

function Rotation({ encryption }: { readonly encryption: EncryptionBody['data'] }): ReactElement {
  const isAdmin = useIsAdmin();
  const rotate = useRotate();
  const { current_key_id: current, keys, rotation } = encryption;
  const old = keys.filter(({ key_id: keyId }) => keyId !== current).reduce((sum, { sealed_values: sealed }) => sum + sealed, 0);
  const isRunning = rotation.state === 'running';
  return (
    <section className="card" aria-labelledby="rotation">
      <h2 id="rotation">Rotation</h2>
      <p>
        To replace a key, put a new one in front of it in the server’s configuration and start the server again. Then seal everything anew
        here; the old key may go when it seals nothing any more.
      </p>
      <div aria-live="polite">
        {isRunning && (
          <p className="progress-row">
            <progress value={rotation.done} max={Math.max(1, rotation.total)} aria-label="Sealed anew" />
            {rotation.done.toLocaleString()} of {rotation.total.toLocaleString()}
          </p>
        )}
        {!isRunning && old === 0 && <p className="muted">Everything is sealed with the current key.</p>}
        {!isRunning && old > 0 && (
          <p>
            {old.toLocaleString()} {old === 1 ? 'value is' : 'values are'} sealed with a former key.
          </p>
        )}
      </div>
      <Problem error={rotate.error} />
      {/* Who pressed it keeps the focus there when all is done. */}
      {isAdmin && (old > 0 || rotate.isSuccess) && (
        <div className="actions">
          <ActionButton className="button primary" isBusy={isRunning || rotate.isPending || old === 0} onClick={() => rotate.mutate()}>
            {isRunning ? 'Sealing anew…' : 'Seal everything anew'}
          </ActionButton>
        </div>
      )}
    </section>
  );
}
