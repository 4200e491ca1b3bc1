import { AxeBuilder } from '@axe-core/playwright';
import { expect, openForm, test } from './stack.ts';

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [320, 768, 1280]) {
    test(`axe finds nothing and nothing scrolls sideways, ${colorScheme}, ${width} px`, async ({ page, stack }) => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 800 });
      const check = async (): Promise<void> => {
        const { violations } = await new AxeBuilder({ page })
          .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
          .analyze();
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
      };
      await page.goto(stack.demoUrl);
      await page.getByRole('button', { name: /Log in as Grace/ }).waitFor();
      await check();
      await page.getByRole('button', { name: /Log in as Grace/ }).click();
      await page.getByRole('heading', { name: 'Access reviews' }).waitFor();
      await check();
      await page.getByRole('link', { name: 'Settings' }).click();
      await page.getByRole('button', { name: 'Connect PingOne' }).click();
      await page.getByRole('button', { name: 'Connect', exact: true }).click();
      await expect(page.locator('[aria-invalid="true"]')).toHaveCount(4);
      await check();
      await openForm(page, stack);
      await page.getByRole('heading', { name: /Link PingOne/ }).waitFor();
      await check();
      await page.goto(stack.sandboxUrl);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await check();
    });
  }
}
