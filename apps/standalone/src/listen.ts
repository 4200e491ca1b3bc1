import type { Server } from 'node:http';

/**
 * Listens on a port.
 *
 * @param port `undefined` for the usual one, or any that is free when that is taken.
 * @returns The port.
 * @throws {Error} When the port that was asked for is taken, or may not be used.
 */
export async function listen(server: Server, host: string, port: number | undefined): Promise<number> {
  try {
    return await attempt(server, host, port ?? USUAL_PORT);
  } catch (error) {
    if (port !== undefined || !isTaken(error)) throw error;
    return attempt(server, host, 0);
  }
}

/** The port when nobody says. */
export const USUAL_PORT = 4700;

function attempt(server: Server, host: string, port: number): Promise<number> {
  return new Promise((done, fail) => {
    server.once('error', fail);
    server.listen(port, host, () => {
      server.off('error', fail);
      const address = server.address();
      if (address === null || typeof address === 'string') fail(new Error('The server has no port.'));
      else done(address.port);
    });
  });
}

function isTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
}
