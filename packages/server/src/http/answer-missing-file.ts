import type { ErrorRequestHandler } from 'express';

/**
 * Answers where there is no such file, or what was asked for is no path.
 *
 * Security: what is thrown there holds the file's path on this machine, and what was asked for, decoded. Express would show the one to whoever asks, and
 * write the other into the process's log, where it could begin a line of its own.
 */
export const answerMissingFile: ErrorRequestHandler = (error, _request, response, next) => {
  const status: unknown = error instanceof Error && 'status' in error ? error.status : undefined;
  if (typeof status !== 'number' || status >= 500 || response.headersSent) return next(error);
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.status(status).type('text').send('There is no such file.');
};
