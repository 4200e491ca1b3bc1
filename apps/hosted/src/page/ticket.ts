import * as z from 'zod/mini';

const ticketShape = z.union([
  z.object({ kind: z.literal('session'), token: z.string(), integration: z.optional(z.string()) }),
  z.object({ kind: z.literal('share'), token: z.string() }),
]);

/** What lets somebody connect: the token of a connect session, or of a link that starts one. */
export type Ticket = z.infer<typeof ticketShape>;

/** How somebody came to the page: with a ticket, back from a sign-in in this tab, or with half a link. */
export type Arrival = Ticket | 'returned' | 'incomplete';

/** What the address ends in while the page has a ticket. A sign-in in this tab comes back to it. */
const OPENED = '#opened';

/**
 * Takes the ticket out of the address, where the fragment has it, which browsers send nowhere.
 *
 * It moves into the state of this entry of the tab's history, so that a reload still has it. It must not stay in the address: that is copied,
 * synchronised to other devices, and kept by the server as the address to come back to.
 */
export function takeTicket({ location, history }: Pick<Window, 'location' | 'history'>): Arrival {
  const ticket = readFragment(location.hash);
  if (ticket) {
    history.replaceState(ticket, '', OPENED);
    return ticket;
  }
  if (location.hash !== OPENED) return 'incomplete';
  const kept = ticketShape.safeParse(history.state);
  return kept.success ? kept.data : 'returned';
}

function readFragment(fragment: string): Ticket | undefined {
  const given = new URLSearchParams(fragment.slice(1));
  const share = given.get('share');
  if (share) return { kind: 'share', token: share };
  const token = given.get('session_token');
  const integration = given.get('integration');
  return token ? { kind: 'session', token, ...(integration && { integration }) } : undefined;
}
