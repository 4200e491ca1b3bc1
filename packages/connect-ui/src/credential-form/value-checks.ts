// One part for all that looks at values, says something of them and sends them: there are none before somebody types, so the form need not wait.
export { readUuid } from '@latchkey/providers/checks';
export { describeNotice, describeProgress } from '../connect/describe-attempt.ts';
export { sendCredentials } from '../flow/run-attempt.ts';
export { buildConsoleUrl } from '../guide/build-console-url.ts';
export { buildRequest, readRequest } from './build-request.ts';
export { fillRecognised } from './fill-recognised.ts';
export { findNews } from './find-news.ts';
export { describeKnownValue, readKnownValues } from './read-known-values.ts';
export { resolveInput } from './resolve-input.ts';
export { swapValues, tidyValue } from './tidy-value.ts';
