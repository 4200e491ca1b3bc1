import type { ConnectState } from '../../packages/connect-ui/src/connect/connect-state.ts';

/** What to draw in each state. */
export const states: Readonly<Record<ConnectState['name'], string>> = {
  loading: 'That the server is asked what may be connected.',
  choosing: 'A choice between `state.integrations`. Call `choose(integrationId)`; `chooseAnother` leads back here.',
  unavailable: 'Why there is no form: `state.explanation`. Where it is `retryable`, offer `retry()`.',
  editing: 'The form. `state.explanation` says why the last attempt failed; with a `field` it stands in that field’s `problem` too.',
  submitting: 'The form, and `state.progress`, step by step with words.',
  connected: 'That it works: `state.connection`, and `state.notices`, which say what was put right on the way.',
};
