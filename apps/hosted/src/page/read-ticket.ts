/** What lets somebody connect: the token of a connect session, or of a link that starts one. */
export type Ticket =
  | { readonly kind: 'session'; readonly token: string; readonly integration: string | undefined }
  | { readonly kind: 'share'; readonly token: string };

/**
 * Reads it from the page's fragment, which the browser sends nowhere: neither in a request line nor as a referrer.
 *
 * @returns `undefined` when the address has none: it was cut off.
 */
export function readTicket(fragment: string): Ticket | undefined {
  const given = new URLSearchParams(fragment.replace(/^#/, ''));
  const share = given.get('share');
  if (share) return { kind: 'share', token: share };
  const session = given.get('session_token');
  if (!session) return undefined;
  return { kind: 'session', token: session, integration: given.get('integration') ?? undefined };
}
