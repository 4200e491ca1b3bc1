import { later } from '../primitives/later.ts';

/** The form: a part of its own, so that a page with nothing but a button does not load it. */
export const connectForm = later(() => import('../connect/connect.tsx'));

/** Loads the form before it is needed; where that fails, it is tried again when it is. */
export function prepareConnect(): void {
  connectForm.load().catch(() => undefined);
}
