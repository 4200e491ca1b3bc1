'use client';

// One part for all that nobody sees before the form has done something: pieces as small as these weigh more apart than together.
export { ChooseAnother } from './choose-another.tsx';
export { IntegrationPicker } from './integration-picker.tsx';
export { KnownList } from '../credential-form/known-list.tsx';
export { ConnectionResult } from '../result/connection-result.tsx';
export { FailureActions } from '../result/failure-actions.tsx';
export { ProgressList } from '../result/progress-list.tsx';
