import type { Logger } from '@latchkey/server';

const ignore = (): void => undefined;

/** For commands whose errors are told to whoever called. */
export const silentLogger: Logger = { info: ignore, warn: ignore, error: ignore };
