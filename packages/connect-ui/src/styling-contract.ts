/**
 * Every part of the component that a host may style, by the value of its `data-part` attribute.
 *
 * Each element also has the class `lk-` and the part's name, on which Latchkey's own rules hang. All of them are in the cascade layer
 * `latchkey`, so a host's unlayered rule for `[data-part='…']` always wins.
 */
export const stylingContract = {
  root: 'The outermost element. `data-appearance` is `light`, `dark` or `auto`.',
  header: 'The title with its mark and introduction.',
  mark: 'The drawing beside the title.',
  title: 'The heading: what is being connected, or that it is.',
  intro: 'The sentence under the title.',
  close: 'The button that calls `onClose`.',
  form: 'The form element. `data-state` is `editing` or `submitting`.',
  fields: 'The fieldset round all fields; disabled while an attempt runs.',
  field: 'One field with everything that belongs to it. `data-invalid` when its value is refused.',
  label: 'The name of a field.',
  required: 'The mark of a field that must be filled.',
  description: 'The sentence under a field’s name.',
  control: 'The frame of an input or select, with what stands inside it.',
  input: 'A text input.',
  select: 'The native select of regions.',
  adornment: 'A drawing inside a control that is no button.',
  reveal: 'The button that shows or hides a secret. `data-state` is `hidden` or `shown`.',
  note: 'A sentence about a field that is no error. `data-tone` is `info`, `success` or `warning`.',
  error: 'What is wrong with a field, and what to do.',
  remedy: 'The sentence that says what to do.',
  help: 'A button that opens a step of the guide, or the guide.',
  assist: 'The line under the form that leads to the guide.',
  announcer: 'A visually hidden text.',
  progress: 'The live list of steps of an attempt.',
  'progress-step': 'One step. `data-state` is `pending`, `started`, `waiting` or `done`.',
  alert: 'A failure that concerns no single field. `data-tone` is `danger`.',
  details: 'The disclosure of codes and correlation IDs.',
  submit: 'The button that connects. `data-state` is `idle` or `busy`.',
  button: 'A secondary button.',
  spinner: 'The turning ring of something that goes on.',
  guide: 'The whole guide.',
  'guide-part': 'One part of the guide, a disclosure.',
  step: 'One step of the guide.',
  'step-title': 'The title of a step.',
  'step-body': 'The text of a step.',
  path: 'The way through the provider’s console, as a list.',
  instructions: 'What to do in a step, as a numbered list.',
  'console-link': 'The link into the provider’s console.',
  picture: 'The drawing of a step.',
  result: 'The proof that the connection works. `data-tone` is `success` or `warning`.',
  proof: 'A list of the proof with its heading.',
  facts: 'Name, type and region of the environment.',
  access: 'What the connection may do, as a list.',
  'access-item': 'One thing it may or may not do. `data-state` is `allowed` or `refused`.',
  unavailable: 'Why there is no form.',
  picker: 'The list of integrations to choose from.',
  choice: 'One integration of the picker.',
  skeleton: 'What stands in for the form until it is known. Hidden from assistive technology.',
} as const;

/** The value of a `data-part` attribute. */
export type PartName = keyof typeof stylingContract;
