/** For how long a person may be quick, in milliseconds. */
const QUICK_MS = 60_000;

/** How long to wait before the server is asked again, in milliseconds. @param elapsedMs Since the person began to sign in. */
export function pollDelay(elapsedMs: number): number {
  return elapsedMs < QUICK_MS ? 1_000 : 2_000;
}
