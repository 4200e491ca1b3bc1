import { connectWorker, newId, signInToConsole } from './console.ts';
import { expect, test } from './stack.ts';

test('the live log comes back after a proxy has answered in place of the server', async ({ page, stack }) => {
  let isDown = true;
  await page.route('**/logs/operations/stream*', (route) =>
    isDown ? route.fulfill({ status: 502, body: 'Bad gateway' }) : route.continue(),
  );
  await signInToConsole(page, stack, '/logs');
  await expect(page.getByLabel('Live (reconnecting…)')).toBeVisible();
  isDown = false;
  await expect(page.getByLabel('Live', { exact: true })).toBeVisible();
});

test('what happens while the log is being read is not lost by the answer', async ({ page, stack }) => {
  const connectionId = await connectWorker(stack, newId('late'));
  const mark = newId('mark');
  const answer = Promise.withResolvers<undefined>();
  let asked = 0;
  await page.route(/\/logs\/operations(\?.*)?$/, async (route) => {
    asked += 1;
    const [response, isLate] = [await route.fetch(), asked > 1];
    const body = await response.json();
    if (!isLate) return route.fulfill({ response, json: body });
    await answer.promise;
    for (const row of body.data) row.integration_id = 'late-answer';
    return route.fulfill({ response, json: body });
  });
  // The stream opens once the list is there, so that the list is read again.
  await page.route('**/logs/operations/stream*', async (route) => {
    await expect(page.getByRole('row').nth(1)).toBeVisible();
    await route.continue();
  });
  await signInToConsole(page, stack, '/logs');
  await expect.poll(() => asked).toBe(2);
  await fetch(`${stack.apiUrl}/proxy/v1/${mark}`, {
    headers: { Authorization: `Bearer ${stack.secretKey}`, 'Provider-Config-Key': 'pingone-cc', 'Connection-Id': connectionId },
  });
  const row = page.getByRole('row').filter({ hasText: mark });
  await expect(row).toBeVisible();
  answer.resolve(undefined);
  await expect(page.getByText('late-answer').first()).toBeVisible();
  await expect(row).toHaveCount(1);
});

test('a page that cannot be read again says that it may be old, and is read when somebody asks', async ({ page, stack }) => {
  await connectWorker(stack, newId('kept-on-screen'));
  await signInToConsole(page, stack, '/logs');
  await expect(page.getByRole('row').nth(1)).toBeVisible();
  await page.route(/\/logs\/operations(\?.*)?$/, (route) => route.fulfill({ status: 500, body: 'It broke.' }));
  // To switch it on has the list read again.
  await page.getByLabel('Live').uncheck();
  await page.getByLabel('Live').check();
  await expect(page.getByText('may be old')).toBeVisible();
  await expect(page.getByRole('row').nth(1)).toBeVisible();
  await page.unroute(/\/logs\/operations(\?.*)?$/);
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByText('may be old')).toHaveCount(0);
});

test('rows of a former filter are marked as such until those of the new one are there', async ({ page, stack }) => {
  await connectWorker(stack, newId('filtered'));
  const answer = Promise.withResolvers<undefined>();
  await page.route(/\/connections\?.*(status=disabled|search=)/, async (route) => {
    await answer.promise;
    await route.continue();
  });
  await signInToConsole(page, stack, '/connections');
  const table = page.getByRole('region', { name: 'Connections' });
  await expect(table).toHaveAttribute('aria-busy', 'false');
  await page.getByLabel('Status').selectOption('Disabled');
  await expect(table).toHaveAttribute('aria-busy', 'true');
  answer.resolve(undefined);
  await expect(page.getByRole('region', { name: 'Connections' }).and(page.locator('[aria-busy=true]'))).toHaveCount(0);
});
