import { fileURLToPath } from 'node:url';
import { defaultClientConditions, defineConfig } from 'vite';

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  // In this repository the component has a React 19 of its own beside it; here it must use this project's React 18, as it does when it is installed.
  resolve: { conditions: ['@latchkey/source', ...defaultClientConditions], dedupe: ['react', 'react-dom'] },
  // What the bundler warns of here is only that 'use client' means nothing in a bundle.
  logLevel: 'error',
});
