import { createInputSchema, findProblem, type Field, type ProviderForm, type ProviderInput } from '@latchkey/providers';
import { connectError, ConnectError } from '../errors.ts';

/** The two parts of what an end user gives, as they come in: nothing is checked yet. */
export interface GivenInput {
  readonly connectionConfig: Readonly<Record<string, unknown>>;
  readonly credentials: Readonly<Record<string, unknown>>;
}

/**
 * Checks what an end user gave against the provider's form.
 *
 * @throws {ConnectError} `invalid_body` for a field that the form does not have in that part; else the code of the first field problem, with
 *   the field and all problems.
 */
export function checkInput(form: ProviderForm, given: GivenInput): ProviderInput {
  const unknown = [
    ...unknownNames(form, 'connection_config', given.connectionConfig),
    ...unknownNames(form, 'credentials', given.credentials),
  ];
  if (unknown.length > 0) throw connectError('invalid_body', { errors: unknown });
  const checked = createInputSchema(form).safeParse({ ...given.connectionConfig, ...given.credentials });
  if (checked.success) return checked.data;
  throw fieldError(
    form,
    checked.error.issues.map((issue) => ({ code: issue.message, field: String(issue.path[0]) })),
  );
}

/** Makes the error of a form's fields: the first problem speaks, all are listed. */
export function fieldError(form: ProviderForm, problems: readonly { readonly code: string; readonly field: string }[]): ConnectError {
  const found = problems.flatMap(({ code, field }) => {
    const problem = findProblem(code);
    return problem === undefined ? [] : [{ field, problem }];
  });
  const [first] = found;
  if (first === undefined) return connectError('invalid_body');
  const field = form.fields.find((candidate) => candidate.name === first.field);
  return new ConnectError(
    { ...first.problem, status: 400, retryable: false },
    {
      field: first.field,
      ...(field !== undefined && { guideStep: field.guideStep }),
      errors: found.map(({ field: name, problem }) => ({ code: problem.code, message: problem.message, path: pathOf(form, name) })),
    },
  );
}

/** Takes from the checked values those that one part of the body carries. */
export function takePart(form: ProviderForm, input: ProviderInput, part: Field['in']): Readonly<Record<string, string>> {
  return Object.fromEntries(
    form.fields.flatMap(({ name, in: place }) => (place === part && input[name] !== undefined ? [[name, input[name]]] : [])),
  );
}

/** What a connection with these values leads to; equal for two connections to the same thing. */
export function readIdentity(form: ProviderForm, input: ProviderInput): string {
  return form.fields
    .filter((field) => field.identifies)
    .map((field) => `${field.name}=${input[field.name] ?? ''}`)
    .join('&');
}

function unknownNames(form: ProviderForm, part: Field['in'], given: Readonly<Record<string, unknown>>) {
  const known = new Set(form.fields.filter((field) => field.in === part).map((field) => field.name));
  return Object.keys(given)
    .filter((name) => !known.has(name))
    .map((name) => ({
      code: 'unrecognized_keys',
      message: `"${name.slice(0, 64)}" is no field of "${part}".`,
      path: [part, name.slice(0, 64)],
    }));
}

function pathOf(form: ProviderForm, name: string): readonly string[] {
  const field = form.fields.find((candidate) => candidate.name === name);
  return field === undefined ? [name] : [field.in, name];
}
