import { availableParallelism } from 'node:os'
import { defineConfig } from '@playwright/test'
import { BROWSER_FLAGS } from './tests/e2e/support/find-browser'

const executablePath = process.env['CHROMIUM_PATH']

export default defineConfig({
  testDir: './tests/e2e',
  outputDir: './test-results',
  // One browser keeps two cores busy: side by side on them, each test took two to three times as long.
  workers: availableParallelism() > 2 ? 2 : 1,
  retries: 0,
  forbidOnly: process.env['CI'] !== undefined,
  // A browser without a graphics card on two busy cores draws a board in seconds, not in milliseconds.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: [['list'], ['./tests/e2e/support/count-reporter.ts']],
  use: {
    viewport: { width: 1280, height: 720 },
    // A trace of every step makes a run a third longer: ask for one with --trace retain-on-failure.
    trace: 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      args: [...BROWSER_FLAGS],
      ...(executablePath === undefined ? {} : { executablePath }),
    },
  },
})
