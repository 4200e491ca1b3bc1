import { later } from '../primitives/later.ts';

/** The guide with its drawings: a part of its own, so that the form does not wait for what few people open. */
export const guideContent = later(() => import('./guide-content.tsx'));
