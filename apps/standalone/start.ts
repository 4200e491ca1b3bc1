import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

// From a clone: the pages are built first, as a released image has them already.
for (const config of ['console/vite.config.ts', 'hosted/vite.config.ts', 'hosted/vite.script.config.ts']) {
  await build({ configFile: here(`../${config}`) });
}
process.argv.splice(2, process.argv.length, 'serve');
await import('./src/main.ts');
