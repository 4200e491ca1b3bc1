import { checkAccess } from './check-access.ts';
import { expect, openForm, test } from './stack.ts';

const WIDTHS = [1280, 768, 320];

test('axe finds nothing in the demo and the sandbox and nothing scrolls sideways, in light and in dark', async ({ page, stack }) => {
  test.setTimeout(90_000);
  await page.goto(stack.demoUrl);
  await page.getByRole('button', { name: /Log in as Grace/ }).waitFor();
  await checkAccess(page, WIDTHS);
  await page.getByRole('button', { name: /Log in as Grace/ }).click();
  await page.getByRole('heading', { name: 'Access reviews' }).waitFor();
  await checkAccess(page, WIDTHS);
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('button', { name: 'Connect PingOne' }).click();
  await page.getByRole('button', { name: 'Connect', exact: true }).click();
  await expect(page.locator('[aria-invalid="true"]')).toHaveCount(4);
  await checkAccess(page, WIDTHS);
  await openForm(page, stack);
  await page.getByRole('heading', { name: /Link PingOne/ }).waitFor();
  await checkAccess(page, WIDTHS);
  await page.goto(stack.sandboxUrl);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await checkAccess(page, WIDTHS);
});
