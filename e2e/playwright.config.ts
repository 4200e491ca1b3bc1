import { defineConfig, devices } from '@playwright/test';

export default defineConfig({
  testDir: './journeys',
  outputDir: '../test-results',
  globalSetup: './start-stack.ts',
  // Two cores: more browsers at once only slow one another down.
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  // What failed is tried again only to record it, for a trace of everything takes a third of the time; passing then does not save it.
  retries: 1,
  failOnFlakyTests: true,
  reporter: [['list']],
  timeout: 45_000,
  expect: { timeout: 10_000 },
  use: {
    ...devices['Desktop Chrome'],
    viewport: { width: 1280, height: 900 },
    trace: 'on-first-retry',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env['LATCHKEY_CHROMIUM'] ?? '/usr/bin/chromium',
      // A container's root may not use Chromium's own sandbox; the pages are ours alone.
      args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--disable-background-networking', '--disable-gpu'],
    },
  },
});
