import type { Page } from '@playwright/test';
import { callApi, expect, firstEnvironment, openForm, type SandboxEnvironment, type Stack, type WebApp } from './stack.ts';

/** Opens the form of the sign-in and gives the environment. */
export async function openSignIn(page: Page, stack: Stack, userId = `user-${crypto.randomUUID()}`): Promise<SandboxEnvironment> {
  const environment = firstEnvironment(stack);
  await openForm(page, stack, userId, 'pingone');
  await giveEnvironment(page, environment);
  return environment;
}

/** Fills in the environment, and waits until its region is found. */
export async function giveEnvironment(page: Page, environment: SandboxEnvironment): Promise<void> {
  await page.getByRole('textbox', { name: 'Environment ID' }).fill(environment.environmentId);
  await expect(page.getByRole('combobox', { name: 'Region' })).toHaveValue(environment.tld);
}

/** Presses Connect, and gives the popup that opens. */
export async function pressConnect(page: Page): Promise<Page> {
  const opened = page.waitForEvent('popup');
  await page.getByRole('button', { name: 'Connect', exact: true }).click();
  return opened;
}

/** Signs on, on the provider's page, as the environment's first user. */
export async function signOn(popup: Page, environment: SandboxEnvironment): Promise<void> {
  const [user] = environment.users;
  await popup.getByLabel('Username').fill(user?.username ?? '');
  await popup.getByLabel('Password', { exact: true }).fill(user?.password ?? '');
  await popup.getByRole('button', { name: 'Sign On' }).click();
}

/** Gives an application of the person's own; its fields are there at once where the integration has none. */
export async function giveOwnClient(page: Page, { clientId, clientSecret }: Pick<WebApp, 'clientId' | 'clientSecret'>): Promise<void> {
  const field = page.locator('[name="client_id"]');
  if (!(await field.isVisible())) await page.getByText('Use an application of your own').click();
  await field.fill(clientId);
  await page.locator('[name="client_secret"]').fill(clientSecret);
}

/** Expects the proof that the connection works. */
export async function expectConnected(page: Page): Promise<void> {
  await expect(page.locator('[data-part="result"]')).toContainText(/connected/i, { timeout: 15_000 });
}

/** The application that the demo's integration signs people in through. */
export function readSignInClient(stack: Stack): WebApp {
  const [client] = firstEnvironment(stack).webApps;
  if (!client) throw new Error('The first environment has no web app.');
  return client;
}

/** For what a scenario is switched on. */
export type ScenarioTarget = { readonly clientId: string } | { readonly environmentId: string };

/** Switches a scenario on. */
export async function playScenario(stack: Stack, id: string, target: ScenarioTarget): Promise<void> {
  const response = await fetch(`${stack.sandboxUrl}/scenarios/${id}`, {
    method: 'PUT',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(target),
  });
  if (!response.ok) throw new Error(`The sandbox does not play ${id}: ${response.status}.`);
}

/** Switches off what {@link playScenario} switched on. */
export async function endScenario(stack: Stack, id: string, target: ScenarioTarget): Promise<void> {
  await fetch(`${stack.sandboxUrl}/scenarios/${id}?${new URLSearchParams(target).toString()}`, { method: 'DELETE' });
}

/** The one connection of an end user, with its token. */
export async function readConnection(stack: Stack, userId: string) {
  const { connections } = await callApi(stack, 'GET', `/connections?endUserId=${userId}`);
  expect(connections).toHaveLength(1);
  return callApi(stack, 'GET', `/connections/${connections[0].connection_id}?provider_config_key=pingone&refresh_token=true`);
}
