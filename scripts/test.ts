import { join } from 'node:path';
import { findBrowser } from './find-browser.ts';
import { root, watchCommand } from './run-command.ts';

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
  // What a check prints goes through this process.
  ...(process.stdout.isTTY && { FORCE_COLOR: '1' }),
  // Tests start the sources as processes more than a hundred times: compiled once, each starts in half the time.
  NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/node'),
};
/** So many of its last lines are shown again of a check that failed: whoever sees only the end of a long log shall see why. */
const SHOWN_AGAIN = 60;
const failed: { readonly name: string; readonly lastLines: readonly string[] }[] = [];
const chosen = checks.filter((check) => only.length === 0 || only.includes(check.name));

for (const { name, command } of chosen) {
  const startedAt = performance.now();
  console.log(`\n── ${name}: ${command.join(' ')}`);
  const { passed, lastLines } = await watchCommand(command, SHOWN_AGAIN, { env: environment });
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  console.log(`── ${name}: ${passed ? 'passed' : 'failed'} in ${seconds} s`);
  if (!passed) failed.push({ name, lastLines });
}

for (const { name, lastLines } of failed) console.log(`\n── the end of ${name}:\n${lastLines.join('\n')}`);
if (failed.length > 0) console.log(`\nFailed: ${failed.map(({ name }) => name).join(', ')}. CONTRIBUTING.md says how to mend each.`);
console.log(`\nchecks: ${chosen.length - failed.length} passed, ${failed.length} failed`);
process.exitCode = failed.length === 0 ? 0 : 1;
