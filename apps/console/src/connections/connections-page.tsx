import * as z from 'zod/mini';
import type { ReactElement } from 'react';
import { Page } from '../layout/page.tsx';

/** What the address of the list may say: whatever else it says is left out. */
export const connectionsSearch = z.object({
  integration: z.catch(z.optional(z.string()), undefined),
  status: z.catch(z.optional(z.enum(['active', 'needs_reconnect', 'disabled'])), undefined),
  search: z.catch(z.optional(z.string()), undefined),
});

/** All connections. */
export function ConnectionsPage(): ReactElement {
  return <Page title="Connections">{null}</Page>;
}
