import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';

const script = fileURLToPath(new URL('../deploy/build-app.sh', import.meta.url));

/** Makes what the real one makes, in a moment, and takes no folder that has something in it either. */
const PNPM = `#!/bin/sh
for last; do :; done
case "$*" in
  *" deploy "*) test ! -e "$last" || exit 1; mkdir -p "$last/src" ;;
  *esbuild*) out=\${last#--outfile=}; mkdir -p "\${out%/*}"; cp LICENSE "$out" ;;
esac
`;

let clone: string;

beforeEach(() => {
  clone = mkdtempSync(join(tmpdir(), 'latchkey-build-'));
  for (const folder of ['bin', 'apps/console/dist', 'apps/hosted/dist']) mkdirSync(join(clone, folder), { recursive: true });
  writeFileSync(join(clone, 'bin/pnpm'), PNPM, { mode: 0o755 });
});

afterEach(() => rmSync(clone, { recursive: true }));

/** Builds from a clone in which every file says the same. */
function build(text: string): void {
  for (const file of ['LICENSE', 'apps/console/dist/page', 'apps/hosted/dist/page']) writeFileSync(join(clone, file), text);
  execFileSync('sh', [script, 'app'], { cwd: clone, env: { PATH: `${join(clone, 'bin')}:${process.env['PATH']}` } });
}

it('deploy/build-app.sh replaces what it put into its folder, and leaves the rest there', () => {
  build('old');
  writeFileSync(join(clone, 'app/notes'), '');
  build('new');
  expect(readdirSync(join(clone, 'app')).toSorted()).toEqual(['LICENSE', 'console', 'hosted', 'notes', 'standalone']);
  for (const file of ['LICENSE', 'console/dist/page', 'hosted/dist/page', 'standalone/dist/main.js']) {
    expect(readFileSync(join(clone, 'app', file), 'utf8')).toBe('new');
  }
  expect(existsSync(join(clone, 'app/console/dist/dist'))).toBe(false);
});
