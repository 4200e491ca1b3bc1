import type { Request, Response } from 'express';
import type { Exchange } from './begin-exchange.ts';
import type { Environment } from './environments.ts';
import type { OpenProvider } from './open-provider.ts';
import type { PresentedClient } from './read-client-credentials.ts';
import type { SandboxState } from './sandbox-state.ts';

/** A request to one environment's OAuth endpoints, read. */
export interface AuthCall {
  readonly state: SandboxState;
  readonly request: Request;
  readonly response: Response;
  readonly exchange: Exchange;
  readonly environment: Environment;
  readonly presented: PresentedClient;
  /** The parameters of the body. */
  readonly form: URLSearchParams;
  /** The parameters of the address. */
  readonly query: URLSearchParams;
  /** The authorization server behind the door. */
  readonly provider: OpenProvider;
}
