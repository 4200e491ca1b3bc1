import type { DeliveryEntry } from '@latchkey/protocol';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { ActionButton } from '../../parts/action-button.tsx';
import { ErrorState } from '../../parts/error-state.tsx';
import { Loading } from '../../parts/loading.tsx';
import { Moment } from '../../parts/moment.tsx';
import { Problem } from '../../parts/problem.tsx';
import { ShowMore } from '../../parts/show-more.tsx';
import { StatusBadge } from '../../parts/status-badge.tsx';
import { DELIVERY_TONES, DELIVERY_WORDS, describeOutcome } from './delivery-words.ts';
import { deliveriesQuery, useResend } from './queries.ts';
import { TableFrame } from '../../parts/table-frame.tsx';

interface DeliveriesProps {
  readonly webhookId: string;
  readonly isAdmin: boolean;
}

/** What a webhook was told, and is to be told. */
export function Deliveries({ webhookId, isAdmin }: DeliveriesProps): ReactElement {
  const list = useInfiniteQuery(deliveriesQuery(webhookId));
  const resend = useResend();
  const rows = list.data?.pages.flatMap(({ data }) => data);
  return (
    <section className="stack" aria-labelledby="deliveries">
      <h2 id="deliveries">Deliveries</h2>
      <Problem error={resend.error} />
      {list.error && !rows && <ErrorState error={list.error} onRetry={() => void list.refetch()} />}
      {!rows && !list.error && <Loading />}
      {rows?.length === 0 && <p className="muted">Nothing yet: it is told what happens from now on.</p>}
      {rows && rows.length > 0 && (
        <TableFrame label="Deliveries, the latest first">
          <thead>
            <tr>
              <th scope="col">Event</th>
              <th scope="col">State</th>
              <th scope="col">Outcome</th>
              <th scope="col">Last attempt</th>
              <th scope="col">Next attempt</th>
              {isAdmin && (
                <th scope="col">
                  <span className="unseen">Actions</span>
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {rows.map((delivery) => (
              <DeliveryRow
                key={delivery.id}
                delivery={delivery}
                onResend={isAdmin ? () => resend.mutate(delivery.id) : undefined}
                isBusy={resend.isPending}
              />
            ))}
          </tbody>
        </TableFrame>
      )}
      <ShowMore list={list} />
    </section>
  );
}

interface DeliveryRowProps {
  readonly delivery: DeliveryEntry;
  /** Absent for who may only look. */
  readonly onResend: (() => void) | undefined;
  readonly isBusy: boolean;
}

function DeliveryRow({ delivery, onResend, isBusy }: DeliveryRowProps): ReactElement {
  return (
    <tr>
      <th scope="row">
        <code>{delivery.type}</code>
        {delivery.connection_id !== null && <span className="tag muted small">{delivery.connection_id}</span>}
      </th>
      <td>
        <StatusBadge tone={DELIVERY_TONES[delivery.state]}>{DELIVERY_WORDS[delivery.state]}</StatusBadge>
      </td>
      <td className="nowrap">
        {describeOutcome(delivery)}
        {delivery.attempts > 1 && <span className="tag muted small">{delivery.attempts} attempts</span>}
      </td>
      <td>
        <Moment at={delivery.last_attempt_at} otherwise="–" />
      </td>
      <td>
        <Moment at={delivery.next_attempt_at} otherwise="–" />
      </td>
      {onResend && (
        <td className="row-actions">
          <ActionButton className="button small" isBusy={isBusy} onClick={onResend}>
            Send again
            <span className="unseen">{`: ${[delivery.type, delivery.connection_id].filter(Boolean).join(' ')}`}</span>
          </ActionButton>
        </td>
      )}
    </tr>
  );
}
