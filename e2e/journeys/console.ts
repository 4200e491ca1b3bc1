import type { Page } from '@playwright/test';
import { createSession, expect, firstEnvironment, workingWorker, type Stack } from './stack.ts';

/** An id that no other journey has. */
export const newId = (name: string): string => `${name}-${crypto.randomUUID().slice(0, 8)}`;

/** Signs in to the console by password, and waits for its first page. */
export async function signInToConsole(page: Page, stack: Pick<Stack, 'consoleUrl' | 'consolePassword'>, path = '/overview'): Promise<void> {
  await page.goto(`${stack.consoleUrl}${path}`);
  await page.getByLabel('Password').fill(stack.consolePassword);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
}

/** Goes to a page by the main navigation. */
export async function goTo(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeFocused();
}

/** Chooses a provider in the catalogue, and gives the integration an id of its own. */
export async function beginIntegration(page: Page, provider: RegExp, integrationId: string): Promise<void> {
  await goTo(page, 'Integrations');
  await page.getByRole('link', { name: 'Configure new integration' }).click();
  await page.getByRole('listitem').getByRole('button', { name: provider }).click();
  await page.getByLabel('Integration ID').fill(integrationId);
}

/** Opens the form that customers see, for a user of the test's own. */
export async function addTestConnection(page: Page, integrationId: string, userId: string): Promise<void> {
  await goTo(page, 'Connections');
  await page.getByRole('button', { name: 'Add test connection' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Integration').selectOption(integrationId);
  await dialog.getByLabel('End user ID').fill(userId);
  await dialog.getByRole('button', { name: 'Authorize' }).click();
}

/** Sends a request through the connection that is shown, and finds it in the logs with its details. */
export async function tryAndFindInLogs(page: Page, userId: string, path: string, status: number): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: userId })).toBeVisible();
  await page.getByLabel('Path').fill(path);
  await page.getByRole('button', { name: 'Send' }).click();
  await expect(page.getByRole('figure')).toContainText(String(status));
  await page.getByRole('link', { name: 'Show its logs' }).click();
  const row = page.getByRole('row', { name: /Proxy/ }).filter({ hasText: path });
  await expect(row).toContainText(String(status));
  await row.getByRole('button', { name: /^Details/ }).click();
  const details = page.getByRole('dialog', { name: 'Proxy' });
  await expect(details).toContainText(userId);
  await expect(details.getByRole('article')).toContainText(path);
  await details.getByText('Request headers').click();
  await expect(details).toContainText('[redacted]');
  await details.getByRole('button', { name: 'Close' }).click();
}

/** Connects a worker application as a customer's page does, and gives the connection's id. */
export async function connectWorker(stack: Stack, userId: string, integrationId = 'pingone-cc'): Promise<string> {
  const environment = firstEnvironment(stack);
  const { clientId, clientSecret } = workingWorker(environment);
  const answer = await fetch(`${stack.apiUrl}/connect/connections`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${await createSession(stack, userId, integrationId)}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({
      integration_id: integrationId,
      connection_config: { environmentId: environment.environmentId, tld: environment.tld },
      credentials: { client_id: clientId, client_secret: clientSecret },
    }),
  });
  return (await answer.json()).data.connection_id;
}
