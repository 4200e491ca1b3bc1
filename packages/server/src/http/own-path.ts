/** First segments of the paths that are Latchkey's, those that only other clients of this wire know included. */
const OWN_SEGMENTS = new Set([
  'action',
  'config',
  'connect',
  'connection',
  'connections',
  'environment-variables',
  'health',
  'integrations',
  'keys',
  'logs',
  'oauth',
  'openapi.json',
  'providers',
  'proxy',
  'records',
  'reference',
  'scripts',
  'sync',
  'webhooks',
]);

/**
 * Tells whether a request is for Latchkey. Below a prefix everything is; at the root of an app only its own paths are, so that the app's other
 * routes are left to the app.
 *
 * @param prefix Where the router is mounted; empty at the root.
 */
export function isOwnPath(prefix: string, path: string): boolean {
  return prefix !== '' || OWN_SEGMENTS.has(path.split('/')[1]?.toLowerCase() ?? '');
}
