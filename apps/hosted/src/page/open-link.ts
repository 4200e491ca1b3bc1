import * as z from 'zod/mini';

const app = z.object({ name: z.string(), logo_url: z.nullable(z.string()) });
const opened = z.object({ data: z.object({ session_token: z.string(), integration_id: z.string(), app }) });
const refused = z.object({ error: z.object({ code: z.string(), message: z.string(), remedy: z.optional(z.string()) }) });

/** The app whose customers connect. */
export type HostApp = z.infer<typeof app>;

/** A link that was opened: it gives sessions until it is used. */
export type OpenedLink = z.infer<typeof opened>['data'];

/** Why a link does not open, for the person who followed it. */
export interface LinkProblem {
  readonly message: string;
  readonly remedy: string | undefined;
  readonly retryable: boolean;
}

const unreachable: LinkProblem = {
  message: 'The page could not reach its server.',
  remedy: 'See that you are online, then try again.',
  retryable: true,
};

/** Opens a share link. Its token goes into the body of the request, so that no log of addresses has it. */
export async function openLink(apiUrl: string, token: string): Promise<OpenedLink | LinkProblem> {
  try {
    const response = await fetch(`${apiUrl}/connect/links/open`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ token }),
    });
    const body: unknown = await response.json();
    if (response.ok) return opened.parse(body).data;
    const { error } = refused.parse(body);
    return { message: error.message, remedy: error.remedy, retryable: response.status >= 500 || response.status === 429 };
  } catch {
    return unreachable;
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
