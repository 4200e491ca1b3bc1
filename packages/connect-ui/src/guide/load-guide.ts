import { later } from '../primitives/later.ts';
import type * as content from './guide-content.tsx';

/** The guide with its drawings. */
export type GuideContent = typeof content;

/** Loads {@link GuideContent}: a part of its own, so that the form does not wait for what few people open. */
export const guideContent = later<GuideContent>(() => import('./guide-content.tsx'));
