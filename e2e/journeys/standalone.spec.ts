import { signInToConsole } from './console.ts';
import { expect, test } from './stack.ts';
import { listen, makeDataFolder, makeEncryptionKey, startIssuer, startStandalone } from './standalone.ts';

// Each test has a process of its own, which takes its time to start.
test.describe.configure({ timeout: 60_000 });

test('whoever comes by a link signs in by single sign-on, and is where the link leads', async ({ page }) => {
  const folder = makeDataFolder();
  const issuer = await startIssuer({ name: 'Vera Viewer', groups: ['lookers'] });
  const latchkey = await startStandalone(folder.path, {
    LATCHKEY_OIDC_ISSUER: issuer.url,
    LATCHKEY_OIDC_CLIENT_ID: 'console',
    LATCHKEY_OIDC_CLIENT_SECRET: 'secret',
    LATCHKEY_OIDC_LABEL: 'Acme',
    LATCHKEY_OIDC_VIEWER_GROUP: 'lookers',
  });
  try {
    await page.goto(`${latchkey.consoleUrl}/connections?status=disabled`);
    await page.getByRole('link', { name: 'Sign in with Acme' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Connections' })).toBeVisible();
    await expect(page.getByLabel('Status')).toHaveValue('disabled');
    await expect(page.getByRole('button', { name: 'Vera Viewer · read-only' })).toBeVisible();
  } finally {
    await latchkey.close();
    await issuer.close();
    folder.remove();
  }
});

test('an event is sent again, and everything is sealed anew with a new key', async ({ page }) => {
  const folder = makeDataFolder();
  const [former, current] = [makeEncryptionKey(), makeEncryptionKey()];
  const events: string[] = [];
  const receiver = await listen((request, response) => {
    events.push(String(request.headers['webhook-id']));
    response.writeHead(events.length === 1 ? 500 : 204).end();
  });
  let latchkey = await startStandalone(folder.path, { LATCHKEY_ENCRYPTION_KEYS: former, LATCHKEY_WEBHOOK_TARGETS: 'any' });
  try {
    await signInToConsole(page, latchkey, '/settings/webhooks');
    await page.getByRole('button', { name: 'Add a webhook' }).click();
    await page.getByLabel('URL').fill(receiver.url);
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByRole('button', { name: 'Done' }).click();
    await page.getByRole('link', { name: receiver.url }).click();
    await page.getByRole('button', { name: 'Send a test' }).click();
    const delivery = page.getByRole('row', { name: 'webhook.test' });
    await expect(delivery).toContainText('HTTP 500');
    await delivery.getByRole('button', { name: 'Send again' }).click();
    await expect(delivery).toContainText('Delivered');
    expect(events.length).toBeGreaterThan(1);
    expect(new Set(events).size).toBe(1);

    await latchkey.close();
    latchkey = await startStandalone(folder.path, { LATCHKEY_ENCRYPTION_KEYS: `${current},${former}`, LATCHKEY_WEBHOOK_TARGETS: 'any' });
    await signInToConsole(page, latchkey, '/settings/encryption');
    await expect(page.getByText('1 value is sealed with a former key.')).toBeVisible();
    await page.getByRole('button', { name: 'Seal everything anew' }).click();
    await expect(page.getByText('Everything is sealed with the current key.')).toBeVisible();
    await expect(page.getByRole('row', { name: /Not needed 0/ })).toBeVisible();
  } finally {
    await latchkey.close();
    await receiver.close();
    folder.remove();
  }
});
