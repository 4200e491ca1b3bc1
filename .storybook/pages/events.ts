import type { ConnectEvent, ConnectProps, Explanation } from '../../packages/connect-ui/src/index.ts';

/** When each callback is called. */
export const callbacks: Readonly<Record<Extract<keyof ConnectProps, `on${string}`>, string>> = {
  onConnect: 'The connection was made, or made to work again. Takes the connection, with the proof.',
  onError: 'An attempt failed, or there is no form to show. Takes the explanation that the person reads.',
  onClose: 'The person wants to leave: they pressed Close, or Done at the end.',
  onEvent: 'Something happened on the way, for your own analytics. Takes the event.',
};

/** When each event is told. */
export const events: Readonly<Record<ConnectEvent['type'], string>> = {
  form_shown: 'The form of `integrationId` is there.',
  guide_opened: 'The person opened the guide, at `step` or at its beginning.',
  values_recognised: 'A text was pasted or typed that filled in `fields`.',
  region_found: 'The region of the environment was found and filled in; `corrected` when another one had been chosen.',
  environment_unknown: 'No region knows the environment ID.',
  input_rejected: 'The button was pressed while `fields` were missing or not as they should be.',
  submitted: 'An attempt to connect `integrationId` begins.',
  progressed: 'A `step` of the attempt is in a new `state`.',
  failed: 'The attempt failed with `code`, perhaps for one `field`.',
  connected: '`connectionId` was made, or made to work again.',
};

/** What each field of an explanation is. */
export const explanationFields: Readonly<Record<keyof Explanation, string>> = {
  code: 'Stable: branch on it. `docs/errors.md` lists all.',
  message: 'What happened, and why, in the person’s language.',
  remedy: 'What to do, in the person’s language.',
  field: 'The field that it concerns, by its name on the wire; absent when it concerns none that is shown.',
  guideStep: 'The step of the guide that helps.',
  swap: 'Two fields whose values stand in each other’s place.',
  retryable: 'Whether the same values may work later.',
  retryAfterSeconds: 'How long to wait before that, in seconds.',
  correlationId: 'The provider’s id of the exchange, for its support.',
  requestId: 'Latchkey’s id of the request, as in your server’s logs.',
};
