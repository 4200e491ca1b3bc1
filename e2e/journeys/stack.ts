import { readFileSync } from 'node:fs';
import { expect, test as base, type Page } from '@playwright/test';

/** A worker application of the sandbox. */
export interface Worker {
  readonly name: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly authMethod: string;
  readonly enabled: boolean;
  readonly roles: readonly string[];
}

/** An OIDC Web App of the sandbox. */
export interface WebApp {
  readonly name: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly redirectUris: readonly string[];
}

/** An environment of the sandbox. */
export interface SandboxEnvironment {
  readonly name: string;
  readonly environmentId: string;
  readonly organizationId: string;
  readonly region: string;
  readonly tld: string;
  readonly workers: readonly Worker[];
  readonly webApps: readonly WebApp[];
  readonly users: readonly { readonly username: string; readonly password: string }[];
}

/** What `stack.json` says of the running demo. */
export interface Stack {
  readonly demoUrl: string;
  readonly apiUrl: string;
  readonly consoleUrl: string;
  readonly consolePassword: string;
  readonly sandboxUrl: string;
  readonly secretKey: string;
  readonly sandbox: { readonly environments: readonly SandboxEnvironment[] };
}

/** A test that knows the running stack, and fails when a page breaks its Content-Security-Policy or throws. */
export const test = base.extend<{ stack: Stack; problems: string[] }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of the fixtures that are needed from this pattern.
  stack: async ({}, use) => {
    await use(JSON.parse(readFileSync(process.env['LATCHKEY_STACK'] ?? '', 'utf8')));
  },
  problems: [
    async ({ page }, use) => {
      const problems: string[] = [];
      page.on('pageerror', (error) => problems.push(error.message));
      page.on('console', (message) => {
        if (/Content.Security.Policy/i.test(message.text())) problems.push(message.text());
      });
      await use(problems);
      if (problems.length > 0) throw new Error(`The page reported: ${problems.join(' · ')}`);
    },
    { auto: true },
  ],
});

export { expect };

/** The first environment: the one with a worker application of every kind. */
export function firstEnvironment(stack: Stack): SandboxEnvironment {
  const [environment] = stack.sandbox.environments;
  if (!environment) throw new Error('The sandbox has no environment.');
  return environment;
}

/** Finds a worker application by what it must be. */
export function findWorker(environment: SandboxEnvironment, wanted: (worker: Worker) => boolean): Worker {
  const worker = environment.workers.find(wanted);
  if (!worker) throw new Error(`${environment.name} has no such worker application.`);
  return worker;
}

/** A worker application with which connecting works. */
export function workingWorker(environment: SandboxEnvironment, authMethod = 'CLIENT_SECRET_POST'): Worker {
  return findWorker(environment, (worker) => worker.enabled && worker.roles.length > 1 && worker.authMethod === authMethod);
}

/** Calls Latchkey as a host's backend does, and reads what it answers. */
export async function callApi(stack: Stack, method: string, path: string, body?: unknown) {
  const response = await fetch(`${stack.apiUrl}${path}`, {
    method,
    headers: { Authorization: `Bearer ${stack.secretKey}`, 'Content-Type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}.`);
  return response.json();
}

/** Creates a connect session and gives its token. */
export async function createSession(stack: Stack, endUserId: string, integration = 'pingone-cc'): Promise<string> {
  const { data } = await callApi(stack, 'POST', '/connect/sessions', { end_user: { id: endUserId }, allowed_integrations: [integration] });
  return data.token;
}

/** Lists what an end user has connected. */
export async function listConnections(stack: Stack, endUserId: string): Promise<readonly { readonly connection_id: string }[]> {
  return (await callApi(stack, 'GET', `/connections?endUserId=${endUserId}`)).connections;
}

/** Opens the page that holds the form alone, for one who reconnects. */
export async function openReconnectForm(page: Page, stack: Stack, connectionId: string, integration = 'pingone-cc'): Promise<void> {
  const { data } = await callApi(stack, 'POST', '/connect/sessions/reconnect', {
    connection_id: connectionId,
    integration_id: integration,
  });
  // Only the fragment differs from before, which would not load the page anew.
  await page.goto('about:blank');
  await page.goto(`${stack.demoUrl}/embed#session_token=${data.token}&integration=${integration}`);
}

/** Opens the page that holds the form alone. */
export async function openForm(
  page: Page,
  stack: Stack,
  endUserId = `user-${crypto.randomUUID()}`,
  integration = 'pingone-cc',
): Promise<void> {
  const token = await createSession(stack, endUserId, integration);
  await page.goto(`${stack.demoUrl}/embed#session_token=${token}&integration=${integration}`);
}

/** Fills the form; the region only when it is given, because the form finds it, and otherwise waits until it has. */
export async function fillForm(
  page: Page,
  values: { environmentId?: string; tld?: string; clientId?: string; clientSecret?: string },
): Promise<void> {
  const region = page.getByRole('combobox', { name: 'Region' });
  if (values.environmentId !== undefined) await page.getByRole('textbox', { name: 'Environment ID' }).fill(values.environmentId);
  if (values.tld !== undefined) await region.selectOption(values.tld);
  // What the form says of it moves the button, and a mouse that presses a button as it moves away has clicked nothing.
  else if (values.environmentId) await expect(region).not.toHaveValue('');
  if (values.clientId !== undefined) await page.getByRole('textbox', { name: 'Client ID' }).fill(values.clientId);
  if (values.clientSecret !== undefined) await page.locator('[name="client_secret"]').fill(values.clientSecret);
}
