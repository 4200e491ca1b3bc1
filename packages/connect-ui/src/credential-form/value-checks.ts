// One part for all that looks at values, and for what is said of them: there are none before somebody types, so the form need not wait for it.
export { findWarning, readField, readUuid } from '@latchkey/providers/checks';
export { describeNotice, describeProgress } from '../connect/describe-attempt.ts';
export { buildConsoleUrl } from '../guide/build-console-url.ts';
export { buildRequest, readRequest } from './build-request.ts';
export { findNews } from './find-news.ts';
export { readKnownValues } from './read-known-values.ts';
export { resolveInput } from './resolve-input.ts';
