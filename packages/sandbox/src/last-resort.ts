import type { ErrorRequestHandler } from 'express';

/** Answers a request that could not even be read, or that met a defect of the sandbox, which is reported. */
export function createLastResort(log: (message: string) => void): ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    if (response.headersSent) return next(error);
    const status = readStatus(error);
    if (status >= 500) log(error instanceof Error ? (error.stack ?? error.message) : String(error));
    const message = status < 500 ? 'The request could not be read.' : 'The sandbox has a defect; its log tells more.';
    response.status(status).json({ error: { message } });
  };
}

function readStatus(error: unknown): number {
  const status = error instanceof Error && 'status' in error ? Number(error.status) : 500;
  return status >= 400 && status < 600 ? status : 500;
}
