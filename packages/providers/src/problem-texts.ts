import { problems as pingOneProblems } from './pingone/problems.ts';
import type { ProblemText } from './provider.ts';

/** The words for whatever can be wrong with a value, by code. A door of its own, so that a page loads them after the form. */
export const problemTexts: Readonly<Record<string, ProblemText>> = { ...pingOneProblems };
