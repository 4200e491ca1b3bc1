import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

// First the one without windows: it runs the same pages, and the journeys take a third less of the processor.
const COMMANDS = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];

const FIXED_PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/**
 * Finds a Chromium for the tests, and installs one when there is none.
 *
 * Looks, in this order, for the one that `LATCHKEY_CHROMIUM` names, an installed Chrome, Chromium or Edge, the one that Playwright has or can
 * download, and on Debian, as root, the package `chromium-headless-shell`.
 *
 * @returns The path of the executable.
 * @throws {Error} When none can be had; the message says what was tried.
 */
export async function findBrowser(): Promise<string> {
  const named = process.env['LATCHKEY_CHROMIUM'];
  if (named) {
    if (!isExecutable(named))
      throw new Error(`LATCHKEY_CHROMIUM names "${named}", which is no executable file. Name a Chromium, or unset it.`);
    return named;
  }
  const installed = findInstalled() ?? (await findPlaywrights());
  if (installed) return installed;
  if (run('playwright', ['install', 'chromium'])) {
    const downloaded = await findPlaywrights();
    if (downloaded) return downloaded;
  }
  if (
    process.getuid?.() === 0 &&
    existsSync('/usr/bin/apt-get') &&
    run('apt-get', ['update']) &&
    run('apt-get', ['install', '-y', 'chromium-headless-shell'])
  ) {
    const packaged = findInstalled();
    if (packaged) return packaged;
  }
  throw new Error(
    'The browser tests need a Chromium, and none was found: looked for LATCHKEY_CHROMIUM, an installed Chrome, Chromium or Edge, `playwright install chromium` ' +
      'and, as root on Debian, `apt-get install chromium-headless-shell`. Install one, or name one in LATCHKEY_CHROMIUM.',
  );
}

function findInstalled(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const onPath = COMMANDS.flatMap((command) => folders.map((folder) => join(folder, command)));
  return [...onPath, ...FIXED_PLACES].find(isExecutable);
}

async function findPlaywrights(): Promise<string | undefined> {
  const { chromium } = await import('playwright');
  const path = chromium.executablePath();
  return isExecutable(path) ? path : undefined;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function run(command: string, args: readonly string[]): boolean {
  return spawnSync(command, args, { stdio: 'inherit', timeout: 300_000 }).status === 0;
}
