// `npm test`: the check, then the tests in a real browser. The second runs even when the first failed, so that
// one run tells everything. Ends with the line `N passed, N failed`, the sum of both.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runCommand } from './run-command.mjs'
import { REPOSITORY } from './source-files.mjs'
import { addTallies, endWith, lastTally, withExitCode } from './tally.mjs'

const { scripts } = JSON.parse(readFileSync(join(REPOSITORY, 'package.json'), 'utf8'))

/** @param {string} name */
async function runScript(name) {
  const { code, output } = await runCommand(scripts[name], { show: true })
  return withExitCode(lastTally(output), code)
}

const check = await runScript('check')
const browser = await runScript('test:e2e')
endWith(addTallies([check, browser]))
