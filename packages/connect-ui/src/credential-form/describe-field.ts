import type { Field, ProviderForm } from '@latchkey/providers';
import type { ClipboardEvent } from 'react';
import type { UseFormRegisterReturn } from 'react-hook-form';
import type { Explanation } from '../connect/explanation.ts';
import { unexplained } from '../messages/en.ts';
import { formatMessage, type LocaleText } from '../messages/locale.ts';
import { errorText } from '../messages/error-text.ts';
import type { ConnectField, FieldNote, FieldProblem } from './connect-field.ts';
import { foreignValue } from './foreign-value.ts';

/** What is known about one field at the moment. */
export interface FieldFacts {
  /** The id of its control. */
  readonly id: string;
  readonly registration: UseFormRegisterReturn;
  readonly onFocus: () => void;
  readonly onPaste: (event: ClipboardEvent) => void;
  /** The code of what the form found by itself. */
  readonly code: unknown;
  /** What the server said about it. */
  readonly failure: Explanation | undefined;
  readonly news: FieldNote | undefined;
  /** The code of what looks wrong with a value that is taken nevertheless. */
  readonly warning: string | undefined;
}

/** Describes a field in the person's language, for whoever draws it. */
export function describeField(locale: LocaleText, form: ProviderForm, field: Field, facts: FieldFacts): ConnectField {
  const { id, registration, onFocus, onPaste } = facts;
  const problem = findFieldProblem(locale, facts);
  const invalid = problem !== undefined;
  const base = {
    name: field.name,
    label: field.label,
    description: field.description,
    guideStep: field.guideStep,
    ofClient: form.clientFields.includes(field),
    invalid,
    problem,
    note: invalid ? undefined : (facts.news ?? describeWarning(locale, facts.warning)),
    labelProps: { htmlFor: id },
    descriptionProps: { id: `${id}-description` },
    problemProps: { id: `${id}-error` },
    noteProps: { id: `${id}-note` },
  };
  const controlProps = {
    id,
    name: field.name,
    ref: registration.ref,
    onChange: (event: { readonly target: unknown }) => void registration.onChange(event),
    onBlur: (event: { readonly target: unknown }) => void registration.onBlur(event),
    onFocus,
    onPaste,
    required: true,
    'aria-invalid': invalid,
    'aria-describedby': `${id}-error ${id}-note ${id}-description`,
  } as const;
  if (field.kind === 'region') {
    const regions = form.regions.map(({ name, topLevelDomain: tld }) => ({
      value: tld,
      label: formatMessage(locale, 'field.regionOption', { name, tld }),
    }));
    const options = [{ value: '', label: field.placeholder }, ...regions];
    return { ...base, kind: 'select', options, selectProps: { ...controlProps, autoComplete: 'off' } };
  }
  const secret = field.kind === 'secret';
  return {
    ...base,
    kind: secret ? 'secret' : 'text',
    inputProps: {
      ...controlProps,
      ...foreignValue,
      type: secret ? 'password' : 'text',
      // Browsers disregard `off` for passwords; `new-password` keeps them from filling in one of theirs.
      autoComplete: secret ? 'new-password' : 'off',
      placeholder: field.placeholder,
    },
  };
}

function findFieldProblem(locale: LocaleText, { code, failure }: FieldFacts): FieldProblem | undefined {
  if (typeof code !== 'string') return failure && { ...failure, explanation: failure };
  return { code, ...errorText(locale, code, unexplained), explanation: undefined };
}

function describeWarning(locale: LocaleText, code: string | undefined): FieldNote | undefined {
  if (code === undefined) return undefined;
  const { message, remedy } = errorText(locale, code, unexplained);
  return { tone: 'warning', text: message, remedy };
}
