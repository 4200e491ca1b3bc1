import { later } from '../primitives/later.ts';
import type * as checks from './value-checks.ts';

/** What reads and checks values, and builds the links that hold them. */
export type ValueChecks = typeof checks;

/** Loads {@link ValueChecks}. */
export const valueChecks = later<ValueChecks>(() => import('./value-checks.ts'));
