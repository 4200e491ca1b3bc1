import type { ChangeEvent, ClipboardEvent } from 'react';
import type { Explanation } from '../connect/explanation.ts';
import type { foreignValue } from './foreign-value.ts';

/** What is wrong with the value of a field, and what to do. */
export interface FieldProblem {
  readonly code: string;
  readonly message: string;
  readonly remedy: string;
  /** What the server said, when it is the server that found the problem. */
  readonly explanation: Explanation | undefined;
}

/** Something to say about a field that is no error. */
export interface FieldNote {
  readonly tone: 'info' | 'success' | 'warning';
  readonly text: string;
  readonly remedy?: string;
  /** Whether it is about to change. */
  readonly busy?: boolean;
}

/** What every control takes: its registration with the form, and what ties it to its label and messages. */
interface ControlProps<Control> {
  readonly id: string;
  readonly name: string;
  readonly ref: (control: Control | null) => void;
  readonly onChange: (event: ChangeEvent<Control>) => void;
  readonly onBlur: (event: { readonly target: unknown; readonly type?: string }) => void;
  readonly onFocus: () => void;
  readonly onPaste: (event: ClipboardEvent) => void;
  readonly required: true;
  readonly 'aria-invalid': boolean;
  readonly 'aria-describedby': string;
}

/** What the `<input>` of a field takes. */
export interface InputProps extends ControlProps<HTMLInputElement>, Readonly<typeof foreignValue> {
  readonly type: 'text' | 'password';
  readonly autoComplete: 'off' | 'new-password';
  readonly placeholder: string;
}

/** What the `<select>` of a field takes; its options are {@link SelectField.options}. */
export interface SelectProps extends ControlProps<HTMLSelectElement> {
  readonly autoComplete: 'off';
}

interface FieldBase {
  /** The name on the wire, for example `environmentId`. */
  readonly name: string;
  readonly label: string;
  readonly description: string;
  /** The step of the guide that tells where to find the value. */
  readonly guideStep: string;
  /** Whether it belongs to an OAuth client of the end user's own. */
  readonly ofClient: boolean;
  readonly invalid: boolean;
  readonly problem: FieldProblem | undefined;
  /** Shown where there is no problem. */
  readonly note: FieldNote | undefined;
  readonly labelProps: { readonly htmlFor: string };
  /** The ids that `aria-describedby` of the control names. */
  readonly descriptionProps: { readonly id: string };
  readonly problemProps: { readonly id: string };
  readonly noteProps: { readonly id: string };
}

/** A field for a line of text; `secret` is to be hidden until the person asks to see it. */
export interface InputField extends FieldBase {
  readonly kind: 'text' | 'secret';
  readonly inputProps: InputProps;
}

/** A field for one of several values. */
export interface SelectField extends FieldBase {
  readonly kind: 'select';
  readonly selectProps: SelectProps;
  /** The first one stands for nothing chosen, and has the value `''`. */
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

/** One field of the form: its words, what is known about its value, and what to spread on its elements. */
export type ConnectField = InputField | SelectField;
