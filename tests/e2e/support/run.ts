// `npm run test:e2e`: a browser, a production build, then Playwright with the arguments given here.
// Ends with the line `N passed, N failed`.
import { spawn } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { ensureBuilt } from '@/server/build'
import { createLog } from '@/server/log'
import { REPOSITORY } from '../../tools/source-files.mjs'
import { endWith, takeTally, withExitCode } from '../../tools/tally.mjs'
import { findBrowser } from './find-browser'
import { thisMachine } from './machine'

const PLAYWRIGHT_CLI = createRequire(import.meta.url).resolve('@playwright/test/cli')
const CACHE = join(REPOSITORY, '.cache')
const TALLY_FILE = join(CACHE, 'e2e.json')

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

function runPlaywright(browser: string): Promise<number> {
  const env = { ...process.env, CHROMIUM_PATH: browser, CONTOUR_TALLY_FILE: TALLY_FILE }
  const child = spawn(process.execPath, [PLAYWRIGHT_CLI, 'test', ...process.argv.slice(2)], {
    cwd: REPOSITORY,
    stdio: ['ignore', 'inherit', 'inherit'],
    env,
  })
  return new Promise((resolve) => {
    child.on('error', () => resolve(1))
    child.on('close', (code) => resolve(code ?? 1))
  })
}

async function runTests(): Promise<{ passed: number; failed: number }> {
  const nothing = { passed: 0, failed: 0 }
  const browser = await findBrowser(thisMachine(), say)
  if (!browser.ok) {
    say(browser.error)
    return withExitCode(nothing, 1)
  }
  say('Building the pages, unless they are current.')
  try {
    await ensureBuilt({ log: createLog('warn') })
  } catch (problem) {
    say(`The production build failed: ${problem instanceof Error ? problem.message : String(problem)}`)
    return withExitCode(nothing, 1)
  }
  mkdirSync(CACHE, { recursive: true })
  takeTally(TALLY_FILE, () => nothing)
  const code = await runPlaywright(browser.value)
  return withExitCode(
    takeTally(TALLY_FILE, (report) => report),
    code,
  )
}

endWith(await runTests())
