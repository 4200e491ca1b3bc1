import { routes } from './routes.ts';

/** First segments of paths that only other clients of this wire know; they are answered by saying so. */
const FOREIGN_SEGMENTS = ['action', 'config', 'connection', 'environment-variables', 'records', 'scripts', 'sync'];

/** First segments of the paths that are Latchkey's. */
const ownSegments = new Set([...routes.map(({ path }) => readFirstSegment(path)), 'proxy', ...FOREIGN_SEGMENTS]);

/**
 * Tells whether a request is for Latchkey. Below a prefix everything is; at the root of an app only its own paths are, so that the app's other
 * routes are left to the app.
 *
 * @param prefix Where the router is mounted; empty at the root.
 */
export function isOwnPath(prefix: string, path: string): boolean {
  return prefix !== '' || ownSegments.has(readFirstSegment(path).toLowerCase());
}

function readFirstSegment(path: string): string {
  const [, first = '', second = ''] = path.split('/');
  // The console's pages are beside what they call, and served by the app.
  return first.toLowerCase() === 'console' ? `${first}/${second}` : first;
}
