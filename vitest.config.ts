import { storybookTest } from '@storybook/addon-vitest/vitest-plugin';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';

const sourceConditions = ['@latchkey/source'];

/** A Chromium whose system prefers light or dark, so that the component's `auto` is tested in both. */
function browserInstance(colorScheme: 'light' | 'dark') {
  const launchOptions = {
    executablePath: process.env['LATCHKEY_CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-background-networking', '--disable-gpu'],
  };
  return {
    browser: 'chromium',
    name: `storybook-${colorScheme}`,
    provider: playwright({ launchOptions, contextOptions: { colorScheme } }),
  } as const;
}

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
          // No file replaces a module or leaves anything behind in one, so that each is loaded once for all files.
          isolate: false,
        },
      },
      {
        plugins: [storybookTest({ configDir: '.storybook' })],
        test: {
          name: 'storybook',
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            instances: [browserInstance('light'), browserInstance('dark')],
          },
        },
      },
    ],
  },
});
