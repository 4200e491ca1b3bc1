import { once } from 'node:events';
import { createServer } from 'node:http';
import express from 'express';
import { createApiHost } from './api-host.ts';
import { createAuthHost } from './auth-host.ts';
import { createControl } from './control.ts';
import type { EnvironmentSeed, SandboxEnvironment } from './environments.ts';
import { createEnvironments, describeEnvironment } from './environments.ts';
import { createLastResort } from './last-resort.ts';
import { createPageRouter } from './page/page-router.ts';
import { createProviderFinder } from './open-provider.ts';
import type { LoggedRequest } from './request-log.ts';
import { createRequestLog } from './request-log.ts';
import type { SandboxState } from './sandbox-state.ts';
import type { ScenarioTarget } from './scenarios.ts';
import { createScenarioBoard } from './scenarios.ts';
import { defaultSeeds } from './seeds.ts';
import { createSignOnHost } from './sign-on/sign-on-host.ts';
import { getSigningKeys } from './signing-keys.ts';
import { createSwitchBoard } from './switches.ts';

/** How a sandbox is to be. */
export interface SandboxOptions {
  /** The port to listen on; 0 takes any that is free. @default 4600 */
  readonly port?: number;
  /** The loopback address to listen on. @default '127.0.0.1' */
  readonly host?: '127.0.0.1';
  /** @default three environments, in North America, the European Union and Australia */
  readonly environments?: readonly EnvironmentSeed[];
  /** Tells the time of tokens, scenarios and the request log. @default the machine's clock */
  readonly clock?: () => Date;
  /** Is told what goes wrong inside the sandbox; never a secret. @default nothing is said */
  readonly log?: (message: string) => void;
}

/** A PingOne to test against, listening. */
export interface Sandbox {
  /** Where it listens, and where its page is, without a slash at the end. */
  readonly url: string;
  /** Host templates that take the place of PingOne's own; each holds `{tld}`. */
  readonly hosts: { readonly auth: string; readonly api: string; readonly apps: string; readonly console: string };
  /** What can be connected, credentials included. */
  readonly environments: SandboxEnvironment[];
  /** The latest requests to the auth and API hosts, oldest first: no secret, no token. */
  readonly requests: readonly LoggedRequest[];
  /**
   * Switches a scenario on: for everything, for one environment, or for one client; for ever, or for the next few requests.
   *
   * @throws {RangeError} When there is no such scenario, or it has no such variant or step, or it depends on what is typed alone.
   */
  readonly setScenario: (id: string, target?: ScenarioTarget) => void;
  /** Switches off one scenario, or all: everywhere, or for one environment or client. @throws {RangeError} When there is no such scenario. */
  readonly clearScenario: (id?: string, target?: Pick<ScenarioTarget, 'environmentId' | 'clientId'>) => void;
  /** Sets an answer of PingOne that nobody has written down. @throws {RangeError} When there is no such switch or variant. */
  readonly setSwitch: (name: string, value: string) => void;
  /** Stops listening and cuts every connection. */
  readonly close: () => Promise<void>;
}

/**
 * Starts a PingOne to test against, on a loopback address.
 *
 * @throws {Error} `EADDRINUSE` when the port is taken.
 */
export async function createSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { port = 4600, host = '127.0.0.1', clock = () => new Date(), log = () => undefined } = options;
  const environments = createEnvironments(options.environments ?? defaultSeeds);
  const keys = await getSigningKeys();
  const requestLog = createRequestLog();
  const app = express().disable('x-powered-by').disable('etag');
  const server = createServer(app).listen(port, host);
  await once(server, 'listening');
  const address = server.address();
  const url = `http://${host}:${typeof address === 'object' ? address?.port : port}`;
  const scenarios = createScenarioBoard(clock);
  const switches = createSwitchBoard();
  const state: SandboxState = {
    url,
    environments,
    scenarios,
    switches,
    keys,
    clock,
    requests: requestLog.entries,
    addRequest: requestLog.add,
    log,
  };
  const findProvider = createProviderFinder(state);
  app.use('/auth', createAuthHost(state, findProvider));
  app.use('/apps', createSignOnHost(state, findProvider));
  app.use('/api', createApiHost(state));
  app.use(createPageRouter(state));
  app.use(createControl(state));
  app.use(createLastResort(log));
  return {
    url,
    hosts: { auth: `${url}/auth/{tld}`, api: `${url}/api/{tld}`, apps: `${url}/apps/{tld}`, console: `${url}/console/{tld}` },
    environments: environments.map(describeEnvironment),
    requests: requestLog.entries,
    setScenario: scenarios.set,
    clearScenario: scenarios.clear,
    setSwitch: switches.set,
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
