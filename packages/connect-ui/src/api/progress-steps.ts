import type { ProgressReport } from './progress.ts';

/** The steps of an attempt, in order. */
export const progressSteps = ['environment', 'credentials', 'access', 'saved'] as const satisfies readonly ProgressReport['step'][];
