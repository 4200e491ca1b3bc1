import * as z from 'zod/mini';
import type { NoticeName } from './words.ts';

const app = z.object({ name: z.string(), logo_url: z.nullable(z.string()) });
const opened = z.object({ data: z.object({ session_token: z.string(), integration_id: z.string(), app }) });
const refused = z.object({ error: z.object({ code: z.string() }) });

/** The app whose customers connect. */
export type HostApp = z.infer<typeof app>;

/** A link that was opened: it gives sessions until it is used. */
export type OpenedLink = z.infer<typeof opened>['data'];

const refusals: ReadonlyMap<string, NoticeName> = new Map([
  ['unknown_link', 'unknown'],
  // What is no token at all.
  ['invalid_body', 'unknown'],
  ['link_expired', 'expired'],
  ['link_used', 'used'],
  ['link_revoked', 'revoked'],
  ['too_many_request', 'busy'],
]);

/** Finds what is to be said of a code that a link was refused with; `undefined` when it is about something else. */
export function findRefusal(code: string): NoticeName | undefined {
  return refusals.get(code);
}

/** Opens a share link. Its token goes into the body of the request, so that no log of addresses has it. */
export async function openLink(apiUrl: string, token: string): Promise<OpenedLink | NoticeName> {
  try {
    const response = await fetch(`${apiUrl}/connect/links/open`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ token }),
    });
    const body: unknown = await response.json();
    if (response.ok) return opened.parse(body).data;
    return findRefusal(refused.parse(body).error.code) ?? 'unreachable';
  } catch {
    return navigator.onLine ? 'unreachable' : 'offline';
  }
}

/** Asks whose page this is; `undefined` when that cannot be told, and then the page goes without. */
export async function readApp(apiUrl: string): Promise<HostApp | undefined> {
  try {
    const response = await fetch(`${apiUrl}/connect/app`);
    return z.object({ data: app }).parse(await response.json()).data;
  } catch {
    return undefined;
  }
}
