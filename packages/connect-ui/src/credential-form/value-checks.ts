// One part for all that looks at values: there are none before somebody types, so the form need not wait for it.
export { findWarning, readField, readUuid } from '@latchkey/providers/checks';
export { buildConsoleUrl } from '../guide/build-console-url.ts';
export { readKnownValues } from './read-known-values.ts';
export { resolveInput } from './resolve-input.ts';
