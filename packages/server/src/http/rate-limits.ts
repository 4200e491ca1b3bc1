import type { Request, Response } from 'express';
import { ipKeyGenerator, MemoryStore, rateLimit } from 'express-rate-limit';
import { connectError } from '../errors.ts';
import { hashSessionToken } from '../use-cases/session-token.ts';
import { readBearer } from './authenticate.ts';

const WINDOW_MS = 60_000;

/** Requests a minute on all browser routes together, for one session: many times what a form needs that waits for a sign-in. */
const PER_SESSION = 300;

/** Requests a minute that may fail to prove who calls, from one address. */
const FAILED_PER_ADDRESS = 300;

/** Counts a request. @throws {ConnectError} `too_many_request` */
type Limit = (request: Request, response: Response) => Promise<void>;

/** The limits of one router. Each process counts for itself. */
export interface RateLimits {
  readonly session: Limit;
  /** Counted only after a failure, so that nobody is locked out by a neighbour behind the same address. */
  readonly failedAuthentication: Limit;
  /** Makes a limit of its own for one route, and each session or address that calls it. */
  readonly forRoute: (perMinute: number, per: 'session' | 'address') => Limit;
  /** Stops the timers. */
  readonly close: () => void;
}

/** Creates the limits, with nothing counted. */
export function createRateLimits(): RateLimits {
  const stores: MemoryStore[] = [];

  const create = (limit: number, keyOf: (request: Request) => string): Limit => {
    const store = new MemoryStore();
    stores.push(store);
    const handler = rateLimit({
      windowMs: WINDOW_MS,
      limit,
      store,
      // Compat: `X-RateLimit-*` are the names that clients of this API know.
      legacyHeaders: true,
      standardHeaders: false,
      keyGenerator: keyOf,
      handler: (_request, response, next) => {
        next(connectError('too_many_request', { retryAfterSeconds: Number(response.getHeader('Retry-After')) }));
      },
    });
    return (request, response) =>
      new Promise((resolve, reject) => {
        const done = (error?: unknown): void => (error === undefined ? resolve() : reject(error));
        void handler(request, response, done);
      });
  };

  return {
    session: create(PER_SESSION, bySession),
    failedAuthentication: create(FAILED_PER_ADDRESS, byAddress),
    forRoute: (perMinute, per) => create(perMinute, { session: bySession, address: byAddress }[per]),
    close: () => {
      for (const store of stores) store.shutdown();
    },
  };
}

function byAddress({ ip = '' }: Request): string {
  return ipKeyGenerator(ip);
}

// Security: by the token and not by the header, which has many spellings: "bearer" and more spaces would each be counted anew.
function bySession(request: Request): string {
  return hashSessionToken(readBearer(request.headers.authorization));
}
