import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig } from 'vite';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** The page on which customers connect. */
export default defineConfig({
  root: here('.'),
  // The page may be mounted anywhere.
  base: './',
  plugins: [react()],
  resolve: { conditions: ['@latchkey/source', ...defaultClientConditions] },
  build: {
    outDir: here('dist/page'),
    emptyOutDir: true,
    // Security: the policy of the page allows no script and no image that is written into it.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // What a host's page loads later, this one may have at once.
    rolldownOptions: { checks: { ineffectiveDynamicImport: false } },
  },
  logLevel: 'warn',
});
