import { webAppGuide } from './pingone/web-app-guide.ts';
import { workerGuide } from './pingone/worker-guide.ts';
import type { GuidePart } from './provider.ts';

const guides: Readonly<Record<string, readonly GuidePart[]>> = { 'pingone-cc': workerGuide, pingone: webAppGuide };

/** Finds a provider's guide by the provider's id. A door of its own, so that a page loads it only when somebody asks for help. */
export function findGuide(providerId: string): readonly GuidePart[] | undefined {
  return Object.hasOwn(guides, providerId) ? guides[providerId] : undefined;
}
