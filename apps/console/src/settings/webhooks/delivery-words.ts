import type { DeliveryEntry } from '@latchkey/protocol';

/** How a delivery stands. */
export const DELIVERY_WORDS = { pending: 'Pending', delivered: 'Delivered', failed: 'Failed' } as const;

/** The colour that goes with it. */
export const DELIVERY_TONES = { pending: 'off', delivered: 'good', failed: 'bad' } as const;

const PROBLEMS: Readonly<Record<NonNullable<DeliveryEntry['last_error']>, string>> = {
  timeout: 'No answer in time',
  unreachable: 'Not reachable',
  target_refused: 'Leads to an address that is not public',
  interrupted: 'Cut off on our side',
  secret_unreadable: 'The secret cannot be opened: an encryption key is missing',
};

/** What came of the last attempt. */
export function describeOutcome({ last_status: status, last_error: error }: Pick<DeliveryEntry, 'last_status' | 'last_error'>): string {
  if (status !== null) return `HTTP ${status}`;
  return error === null ? 'Not tried yet' : PROBLEMS[error];
}
