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
  build: {
    outDir: here('dist'),
    emptyOutDir: true,
    // Security: the policy of the page allows no script and no image that is written into it.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // Administrators open it all day, and it is cached: one file is as well.
    chunkSizeWarningLimit: 800,
    // What a host's page loads later, this one may have at once.
    rolldownOptions: { checks: { ineffectiveDynamicImport: false } },
  },
  logLevel: 'warn',
});
