import type * as z from 'zod/mini';
import { connectError } from '../errors.ts';

type Problem = { readonly code: string; readonly message: string; readonly path: readonly (string | number)[] };

/** What the library says of a pattern that has no words of its own. */
const UNTOLD = 'Invalid input';

/** Longest piece of a name that an error repeats. */
const MAX_NAME_LENGTH = 64;

/** Checks a body. @throws {ConnectError} `invalid_body`, with every problem and its place. Values are never repeated. */
export function readBody<Value>(schema: z.ZodMiniType<Value>, body: unknown): Value {
  return readInput(schema, body, 'invalid_body');
}

/** Checks a query. @throws {ConnectError} `invalid_query_params`, with every problem and its place. Values are never repeated. */
export function readQueryValues<Value>(schema: z.ZodMiniType<Value>, query: unknown): Value {
  return readInput(schema, query, 'invalid_query_params');
}

function readInput<Value>(schema: z.ZodMiniType<Value>, input: unknown, code: 'invalid_body' | 'invalid_query_params'): Value {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  throw connectError(code, { errors: result.error.issues.flatMap(describeIssue) });
}

function describeIssue(issue: z.core.$ZodIssue): readonly Problem[] {
  const path = issue.path.map((part) => (typeof part === 'number' ? part : String(part).slice(0, MAX_NAME_LENGTH)));
  const problem = (message: string): Problem => ({ code: issue.code, message, path });
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => {
        const name = key.slice(0, MAX_NAME_LENGTH);
        return { code: issue.code, message: `"${name}" is not known here.`, path: [...path, name] };
      });
    case 'invalid_type':
      return [problem(`This must be of the type ${issue.expected}.`)];
    case 'too_small':
      return [problem(`This is too small: at least ${issue.minimum} is needed.`)];
    case 'too_big':
      return [problem(`This is too big: at most ${issue.maximum} is allowed.`)];
    case 'invalid_format':
      // What a pattern means stands with it, in words; without any, nobody can be told more than that it does not fit.
      if (issue.format === 'regex') return [problem(issue.message === UNTOLD ? 'This is not of the form that is needed.' : issue.message)];
      return [problem(`This is not of the form ${issue.format}.`)];
    case 'invalid_value':
      return [problem(`This must be one of: ${issue.values.map(String).join(', ')}.`)];
    case 'custom':
      return [problem(issue.message)];
    default:
      return [problem('This is not as it should be.')];
  }
}
