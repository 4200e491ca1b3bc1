import { problems as pingOneProblems } from './pingone/problems.ts';
import type { Problem, ProblemText } from './provider.ts';

/**
 * The words for whatever can be wrong with a value, by code: providers that share a code share its words. A door of its own, so that a page
 * loads them after the form.
 */
export const problemTexts: Readonly<Record<string, ProblemText>> = { ...pingOneProblems };

/** Finds by its code what can be wrong with a value. */
export function findProblem(code: string): Problem | undefined {
  const text = Object.hasOwn(problemTexts, code) ? problemTexts[code] : undefined;
  return text && { code, ...text };
}
