import type { ShareLinkEntry } from '@latchkey/protocol';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { useIsAdmin } from '../../api/use-is-admin.ts';
import { Confirm } from '../../parts/confirm.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ErrorState } from '../../parts/error-state.tsx';
import { Icon } from '../../parts/icon.tsx';
import { Loading } from '../../parts/loading.tsx';
import { ShowMore } from '../../parts/show-more.tsx';
import { SettingsPage } from '../settings-page.tsx';
import { LinkTable } from './link-table.tsx';
import { MakeLink } from './make-link.tsx';
import { linksQuery, useRevokeLink } from './queries.ts';

/** Links that let somebody else connect. */
export function LinksPage(): ReactElement {
  const list = useInfiniteQuery(linksQuery);
  const isAdmin = useIsAdmin();
  const [making, setMaking] = useState(false);
  const [revoking, setRevoking] = useState<ShareLinkEntry>();
  const rows = list.data?.pages.flatMap(({ data }) => data);
  const make = isAdmin && (
    <button type="button" className="button primary" onClick={() => setMaking(true)}>
      <Icon name="plus" />
      Make a link
    </button>
  );
  return (
    <SettingsPage
      title="Share links"
      about="For a customer’s administrator, who connects without signing in to your app."
      actions={rows?.length ? make : undefined}
    >
      {list.error && !rows && <ErrorState error={list.error} onRetry={() => void list.refetch()} />}
      {!rows && !list.error && <Loading />}
      {rows?.length === 0 && (
        <EmptyState title="No link yet" text="A link opens a page with the same form, works once, and can be revoked." action={make} />
      )}
      {rows && rows.length > 0 && <LinkTable links={rows} onRevoke={isAdmin ? setRevoking : undefined} />}
      <ShowMore list={list} />
      {making && <MakeLink onClose={() => setMaking(false)} />}
      {revoking && <RevokeLink link={revoking} onClose={() => setRevoking(undefined)} />}
    </SettingsPage>
  );
}

interface RevokeLinkProps {
  readonly link: ShareLinkEntry;
  readonly onClose: () => void;
}

function RevokeLink({ link, onClose }: RevokeLinkProps): ReactElement {
  return (
    <Confirm title="Revoke this link?" action="Revoke" change={useRevokeLink(link.id)} onDone={onClose} onClose={onClose}>
      Whoever opens it is told that it was revoked, and a form that it has opened already stops working.
    </Confirm>
  );
}
