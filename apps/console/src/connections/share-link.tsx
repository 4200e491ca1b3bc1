import type { CheckedConnection } from '@latchkey/protocol';
import { useMutation } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { call } from '../api/api.ts';
import { toApiError } from '../api/api-error.ts';
import { CopyButton } from '../parts/copy-button.tsx';
import { Modal } from '../parts/modal.tsx';

interface ShareLinkProps {
  readonly connection: CheckedConnection;
  readonly onClose: () => void;
}

/** Makes a link by which somebody else, such as the customer's PingOne administrator, gives this connection a new credential. */
export function ShareLink({ connection, onClose }: ShareLinkProps): ReactElement {
  const make = useMutation({
    mutationFn: () =>
      call<{ data: { url: string; expires_at: string } }>('POST', '/connect/links', {
        body: { integration_id: connection.provider_config_key, connection_id: connection.connection_id },
      }),
  });
  const error = make.error && toApiError(make.error);
  const link = make.data?.data;
  return (
    <Modal title="Share a link" onClose={onClose}>
      <p>
        Whoever opens the link can give this connection a new credential, and nothing else. It works once, and is shown this once: you can
        revoke it under Settings.
      </p>
      {link && (
        <>
          <p className="copied">
            <code>{link.url}</code>
            <CopyButton value={link.url} label="Copy link" />
          </p>
          <p className="muted">
            Good until {new Date(link.expires_at).toLocaleString(undefined, { dateStyle: 'long', timeStyle: 'short' })}.
          </p>
        </>
      )}
      {error && (
        <p className="problem" role="alert">
          {error.message} {error.remedy}
        </p>
      )}
      {!link && (
        <div className="actions">
          <button type="button" className="button primary" disabled={make.isPending} onClick={() => make.mutate()}>
            Make a link
          </button>
        </div>
      )}
    </Modal>
  );
}
