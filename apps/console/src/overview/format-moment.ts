const DAY_SECONDS = 86_400;

/** Writes a moment as exactly as its bucket is long, in the reader's own time and language. */
export function formatMoment(at: string, bucketSeconds: number): string {
  const options: Intl.DateTimeFormatOptions =
    bucketSeconds >= DAY_SECONDS
      ? { month: 'short', day: 'numeric' }
      : { month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit' };
  return new Date(at).toLocaleString(undefined, options);
}
