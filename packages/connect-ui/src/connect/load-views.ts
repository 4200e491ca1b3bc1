import { later } from '../primitives/later.ts';

/** What draws the choice between integrations, what is known of a connection, the steps of an attempt, the proof, and the details of a failure. */
export const laterViews = later(() => import('./later-views.ts'));
