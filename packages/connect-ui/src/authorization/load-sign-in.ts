import { later } from '../primitives/later.ts';

/** What runs a sign-in and draws what belongs to it: a part of its own, for forms whose grant has somebody sign in. */
export const signInPart = later(() => import('./sign-in.ts'));
