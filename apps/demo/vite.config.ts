import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig } from 'vite';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: here('.'),
  plugins: [react()],
  // The packages are built from their sources, so that the demo needs no build before its own.
  resolve: { conditions: ['@latchkey/source', ...defaultClientConditions] },
  build: {
    outDir: here('dist'),
    emptyOutDir: true,
    rolldownOptions: {
      input: [here('index.html'), here('embed.html')],
      // What another host's page loads later, this one may have at once.
      checks: { ineffectiveDynamicImport: false },
    },
  },
  logLevel: 'warn',
});
