import { copyFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

// The compiler emits no CSS: the stylesheet is written by hand and shipped as it stands.
const packageRoot = new URL('../packages/connect-ui/', import.meta.url);
await copyFile(fileURLToPath(new URL('src/styles.css', packageRoot)), fileURLToPath(new URL('dist/styles.css', packageRoot)));
