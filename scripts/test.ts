import { join } from 'node:path';
import { findBrowser } from './find-browser.ts';
import { root, runCommand } from './run-command.ts';

/** One check. `CONTRIBUTING.md` has a section for each: what it guards, and how to mend it. */
interface Check {
  readonly name: string;
  readonly command: readonly [string, ...string[]];
}

const checks: readonly Check[] = [
  { name: 'format', command: ['oxfmt', '--check', '.'] },
  { name: 'lint', command: ['oxlint', '--type-aware', '--deny-warnings'] },
  { name: 'types', command: ['tsc', '-p', 'tsconfig.json'] },
  { name: 'unused', command: ['knip'] },
  { name: 'build', command: ['node', 'scripts/build.ts'] },
  { name: 'packages', command: ['node', 'scripts/check-packages.ts'] },
  // Many of them wait for processes and databases, and leave the processor to others meanwhile.
  { name: 'unit', command: ['vitest', 'run', '--project', 'unit', '--maxWorkers=100%'] },
  { name: 'stories', command: ['vitest', 'run', '--project', 'storybook', '--maxWorkers=100%'] },
  { name: 'showroom', command: ['storybook', 'build', '--quiet'] },
  { name: 'journeys', command: ['playwright', 'test', '--config', 'e2e/playwright.config.ts'] },
];

const only = process.argv.slice(2);
const unknown = only.filter((name) => checks.every((check) => check.name !== name));
if (unknown.length > 0)
  throw new Error(`There is no check "${unknown.join('", "')}". Checks are: ${checks.map((check) => check.name).join(', ')}.`);

const environment = {
  LATCHKEY_CHROMIUM: await findBrowser(),
  STORYBOOK_DISABLE_TELEMETRY: '1',
  // Tests start the sources as processes more than a hundred times: compiled once, each starts in half the time.
  NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/node'),
};
const failed: string[] = [];
const chosen = checks.filter((check) => only.length === 0 || only.includes(check.name));

for (const { name, command } of chosen) {
  const startedAt = performance.now();
  console.log(`\n── ${name}: ${command.join(' ')}`);
  const passed = runCommand(command, { env: environment });
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  console.log(`── ${name}: ${passed ? 'passed' : 'failed'} in ${seconds} s`);
  if (!passed) failed.push(name);
}

if (failed.length > 0) console.log(`\nFailed: ${failed.join(', ')}. CONTRIBUTING.md says how to mend each.`);
console.log(`\nchecks: ${chosen.length - failed.length} passed, ${failed.length} failed`);
process.exitCode = failed.length === 0 ? 0 : 1;
