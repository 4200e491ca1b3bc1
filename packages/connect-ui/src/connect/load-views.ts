import { later } from '../primitives/later.ts';
import type * as views from './later-views.ts';

/** What draws the choice between integrations, what is known of a connection, the steps of an attempt, the proof, and the details of a failure. */
export type LaterViews = typeof views;

/** Loads {@link LaterViews}. */
export const laterViews = later<LaterViews>(() => import('./later-views.ts'));
