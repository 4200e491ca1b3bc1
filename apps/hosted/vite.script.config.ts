import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig } from 'vite';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** `connect.js`, which any page may load by a plain script tag, and in `connect-assets/` what it loads when it is needed. */
export default defineConfig({
  root: here('.'),
  base: './',
  publicDir: false,
  plugins: [react()],
  resolve: { conditions: ['@latchkey/source', ...defaultClientConditions] },
  build: {
    outDir: here('dist/script'),
    emptyOutDir: true,
    assetsInlineLimit: 0,
    // One stylesheet, which the script links by itself: a page's own policy may forbid styles that are written into it.
    cssCodeSplit: false,
    modulePreload: false,
    rolldownOptions: {
      input: { connect: here('src/script/connect.ts'), 'connect-assets/runtime': here('src/script/runtime.tsx') },
      preserveEntrySignatures: 'strict',
      // What a host's page loads later, this script may have at once.
      checks: { ineffectiveDynamicImport: false },
      output: {
        // A plain script's own names would be the page's.
        banner: ({ name }) => (name === 'connect' ? '(() => {' : ''),
        footer: ({ name }) => (name === 'connect' ? '})();' : ''),
        entryFileNames: '[name].js',
        // Their names change with their content, so they are kept for long.
        chunkFileNames: 'connect-assets/parts/[name]-[hash].js',
        assetFileNames: 'connect-assets/runtime[extname]',
      },
    },
  },
  logLevel: 'warn',
});
