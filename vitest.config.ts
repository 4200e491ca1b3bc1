import { storybookTest } from '@storybook/addon-vitest/vitest-plugin';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';

const sourceConditions = ['@latchkey/source'];

const browser = playwright({
  launchOptions: {
    executablePath: process.env['LATCHKEY_CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-background-networking', '--disable-gpu'],
  },
});

export default defineConfig({
  test: {
    projects: [
      {
        // Packages are tested on their sources: the condition picks `src` in every `exports` map.
        resolve: { conditions: [...sourceConditions, 'module', 'node', 'development|production'] },
        ssr: { resolve: { conditions: [...sourceConditions, 'module', 'node', 'development|production'] } },
        test: {
          name: 'unit',
          include: ['packages/**/*.test.ts', 'apps/**/*.test.ts', 'test/**/*.test.ts', 'packages/*/conformance/**/*.test.ts'],
          exclude: ['**/node_modules/**', '**/dist/**'],
          testTimeout: 20_000,
        },
      },
      {
        plugins: [storybookTest({ configDir: '.storybook' })],
        test: {
          name: 'storybook',
          browser: {
            enabled: true,
            headless: true,
            provider: browser,
            screenshotFailures: false,
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
});
