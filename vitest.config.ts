import { defineConfig } from 'vitest/config';

const sourceConditions = ['@latchkey/source'];

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
    ],
  },
});
