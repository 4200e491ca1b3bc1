/** Where the tab remembers the attempt of an integration; with no integration, how the keys of all begin. */
export function attemptKey(apiUrl: string, integrationId = ''): string {
  return `latchkey:authorization:${apiUrl}:${integrationId}`;
}

/** Whether the tab remembers an attempt, of one integration or of any. */
export function hasAttempt(apiUrl: string, integrationId: string | undefined): boolean {
  const key = attemptKey(apiUrl, integrationId);
  try {
    return Object.keys(sessionStorage).some((other) => (integrationId === undefined ? other.startsWith(key) : other === key));
  } catch {
    // A page may be forbidden to remember anything.
    return false;
  }
}
