import { problems as pingOneProblems } from './pingone/problems.ts';
import type { Problem, ProblemText, ProviderForm } from './provider.ts';

const problems: Readonly<Record<string, Readonly<Record<string, ProblemText>>>> = {
  'pingone-cc': pingOneProblems,
  pingone: pingOneProblems,
};

/** Lists what can be wrong with the values of a provider's form. */
export function listProblems(providerId: string): readonly Problem[] {
  const own = Object.hasOwn(problems, providerId) ? problems[providerId] : undefined;
  return Object.entries(own ?? {}).map(([code, text]) => ({ code, message: text.message, remedy: text.remedy }));
}

/** Finds a problem of a form by its code. */
export function findProblem(form: ProviderForm, code: string): Problem | undefined {
  return listProblems(form.provider).find((problem) => problem.code === code);
}
