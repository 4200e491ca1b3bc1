import { namedAfter } from './first-try/named-after.ts';
import { namedBefore } from './first-try/named-before.ts';
import { putRight } from './first-try/put-right.ts';
import type { Row, RowContext } from './first-try/row.ts';
import { createSession, expect, fillForm, test, workingWorker, type Stack } from './stack.ts';
import type { Page } from '@playwright/test';

// The rows that switch a scenario on use one worker application of one environment, so they take turns; the other journeys use the first one.
test.describe.configure({ mode: 'default' });

for (const [title, rows] of Object.entries({
  'put right': putRight,
  'named before anything is sent': namedBefore,
  'named from the answers': namedAfter,
})) {
  test.describe(title, () => {
    for (const row of rows) {
      test(`${row.id} ${title}`, async ({ page, stack }) => {
        await run(row, page, stack);
      });
    }
  });
}

async function run(row: Row, page: Page, stack: Stack): Promise<void> {
  const environment = stack.sandbox.environments.at(-1);
  if (!environment) throw new Error('The sandbox has no environment.');
  const worker = workingWorker(environment);
  const userId = `${row.id}-${crypto.randomUUID()}`;
  const token = await createSession(stack, userId);
  await page.goto(`${stack.demoUrl}/embed#session_token=${token}&integration=pingone-cc`);

  const touched = new Set<string>();
  const control = (method: string, path: string, body?: unknown) =>
    fetch(`${stack.sandboxUrl}${path}`, {
      method,
      headers: { 'Content-Type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  const press = async () => {
    const button = page.getByRole('button', { name: 'Connect', exact: true });
    await expect(button).toBeEnabled();
    // By the keyboard: what the form says of the region comes and goes, and moves the button away from a mouse.
    await button.press('Enter');
  };
  const context: RowContext = {
    page,
    stack,
    environment,
    worker,
    userId,
    fillIn: async (values = {}) => {
      await fillForm(page, {
        environmentId: environment.environmentId,
        clientId: worker.clientId,
        clientSecret: worker.clientSecret,
        ...values,
      });
    },
    paste: async (field, text) => {
      await page.locator(`[name="${field}"]`).evaluate((element, pasted) => {
        element.focus();
        const clipboardData = new DataTransfer();
        clipboardData.setData('text/plain', pasted);
        const untouched = element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
        // What a browser does by itself with a real paste that nobody stopped.
        if (untouched) document.execCommand('insertText', false, pasted);
      }, text);
    },
    scenario: async (id, target = {}) => {
      touched.add(id);
      const answer = await control('PUT', `/scenarios/${id}`, { clientId: worker.clientId, ...target });
      expect(answer.ok, await answer.text()).toBe(true);
    },
    connect: async () => {
      const wanted = { environmentId: environment.environmentId, client_id: worker.clientId, client_secret: worker.clientSecret };
      for (const [name, text] of Object.entries(wanted)) {
        const field = page.locator(`[name="${name}"]`);
        if ((await field.inputValue()) === '') await field.fill(text);
      }
      await expect(page.locator('[name="tld"]')).not.toHaveValue('');
      await press();
      await expect(page.locator('main')).toContainText(/Connected to /, { timeout: 20_000 });
    },
    named: async (sentence, field) => {
      await press();
      await expect(page.locator('main')).toContainText(sentence, { timeout: 20_000 });
      if (field !== undefined) await expect(page.locator(`[name="${field}"]`)).toHaveAttribute('aria-invalid', 'true');
    },
  };
  try {
    await row.act(context);
  } finally {
    for (const id of touched) await control('DELETE', `/scenarios/${id}`);
  }
}
