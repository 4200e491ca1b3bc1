import { copyFileSync } from 'node:fs';
import { bundleServer } from './bundle-server.ts';
import { root, runCommand } from './run-command.ts';

if (!runCommand(['tsc', '-b', 'tsconfig.build.json'])) process.exit(1);
await bundleServer();
// The compiler emits no CSS: the stylesheet is written by hand and shipped as it stands.
copyFileSync(`${root}packages/connect-ui/src/styles.css`, `${root}packages/connect-ui/dist/styles.css`);
