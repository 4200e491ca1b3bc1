const eye = 'M1.5 8S4 3.5 8 3.5 14.5 8 14.5 8 12 12.5 8 12.5 1.5 8 1.5 8ZM8 9.75a1.75 1.75 0 1 0 0-3.5 1.75 1.75 0 0 0 0 3.5Z';

/** The lines of each drawing, on a square of 16 units. */
export const iconPaths = {
  alert: 'M8 5v3.5M8 11h.01M8 1.75 14.6 13.5H1.4L8 1.75Z',
  check: 'm3.5 8.5 3 3 6-7',
  chevron: 'm4 6.25 4 4 4-4',
  close: 'm4 4 8 8M12 4l-8 8',
  dash: 'M4 8h8',
  eye,
  eyeOff: `${eye}M2.5 2.5l11 11`,
  help: 'M8 14.25a6.25 6.25 0 1 0 0-12.5 6.25 6.25 0 0 0 0 12.5ZM6.2 6.2a1.85 1.85 0 1 1 2.6 1.9c-.5.3-.8.6-.8 1.2M8 11.4h.01',
  info: 'M8 14.25a6.25 6.25 0 1 0 0-12.5 6.25 6.25 0 0 0 0 12.5ZM8 7.5V11M8 5h.01',
  key: 'M10 9.5a3.75 3.75 0 1 0-3.6-2.7L2 11.25V14h2.75v-1.75H6.5V10.5l.7-.7c.8.1 1.8 0 2.8-.3ZM10.75 5.25h.01',
} as const;

/** A drawing that there is. */
export type IconName = keyof typeof iconPaths;
