import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig } from 'vite';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: here('.'),
  base: '/console/',
  plugins: [react()],
  // The packages are built from their sources, so that the console needs no build before its own.
  resolve: { conditions: ['@latchkey/source', ...defaultClientConditions] },
  // Security: the policy of the page allows no script and no image that is written into it.
  build: { outDir: here('dist'), emptyOutDir: true, assetsInlineLimit: 0, modulePreload: { polyfill: false } },
  logLevel: 'warn',
});
