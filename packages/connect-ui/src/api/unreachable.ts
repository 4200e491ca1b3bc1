import type { Failure } from './failure.ts';

/** What is said when a part of the component cannot be loaded, or something is thrown that nobody foresaw. */
export const unreachable: Failure = { code: 'server_unreachable', retryable: true };
