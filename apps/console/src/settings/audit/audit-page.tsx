import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ErrorState } from '../../parts/error-state.tsx';
import { Loading } from '../../parts/loading.tsx';
import { Moment } from '../../parts/moment.tsx';
import { ShowMore } from '../../parts/show-more.tsx';
import { SettingsPage } from '../settings-page.tsx';
import { ACTOR_WORDS, describeAction } from './audit-words.ts';
import { auditQuery } from './queries.ts';
import { TableFrame } from '../../parts/table-frame.tsx';

/** Who did what. */
export function AuditPage(): ReactElement {
  const list = useInfiniteQuery(auditQuery);
  const rows = list.data?.pages.flatMap(({ data }) => data);
  return (
    <SettingsPage title="Audit" about="Who changed what: at the console, by a secret key, or in your app’s own process.">
      {list.error && !rows && <ErrorState error={list.error} onRetry={() => void list.refetch()} />}
      {!rows && !list.error && <Loading lines={8} />}
      {rows?.length === 0 && <EmptyState title="Nothing yet" text="Whatever is changed from now on stands here." />}
      {rows && rows.length > 0 && (
        <TableFrame label="What was done, the latest first">
          <thead>
            <tr>
              <th scope="col">Time</th>
              <th scope="col">Who</th>
              <th scope="col">What</th>
              <th scope="col">Target</th>
              <th scope="col">Status</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ id, at, actor, action, target, status }) => (
              <tr key={id}>
                <td>
                  <Moment at={at} />
                </td>
                <td>
                  {actor.name}
                  <span className="tag muted small">{ACTOR_WORDS[actor.kind]}</span>
                </td>
                <td>
                  {describeAction(action)}
                  <code className="tag muted small">{action}</code>
                </td>
                <td>{target === null ? '–' : <code>{target}</code>}</td>
                <td className={status >= 400 ? 'problem' : undefined}>{status}</td>
              </tr>
            ))}
          </tbody>
        </TableFrame>
      )}
      <ShowMore list={list} />
    </SettingsPage>
  );
}
