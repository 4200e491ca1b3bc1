const UNITS = [
  { seconds: 86_400, name: 'day' },
  { seconds: 3600, name: 'hour' },
  { seconds: 60, name: 'minute' },
  { seconds: 1, name: 'second' },
] as const;

/** Writes a length of time in the largest unit that it is a whole number of. */
export function formatLifetime(seconds: number): string {
  const unit = UNITS.find((candidate) => seconds % candidate.seconds === 0) ?? UNITS[3];
  const count = seconds / unit.seconds;
  return `${count.toLocaleString()} ${unit.name}${count === 1 ? '' : 's'}`;
}
