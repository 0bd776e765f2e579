// Everything that needs no browser: each `check:…` script of package.json, two side by side, and the tests.
// Silent about checks that pass. Ends with the line `N passed, N failed`.
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runCommand } from './run-command.mjs'
import { REPOSITORY } from './source-files.mjs'
import { addTallies, endWith, takeTally, withExitCode } from './tally.mjs'

const SIDE_BY_SIDE = 2
const CACHE = join(REPOSITORY, '.cache')
const VITEST_REPORT = join(CACHE, 'vitest.json')

const { scripts } = JSON.parse(readFileSync(join(REPOSITORY, 'package.json'), 'utf8'))

/** @param {string[]} waiting */
async function runChecks(waiting) {
  const tallies = []
  for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
    const { code, output } = await runCommand(scripts[name])
    tallies.push({ passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 })
    if (code !== 0) process.stdout.write(`\nnpm run ${name}\n${output}`)
  }
  return addTallies(tallies)
}

/** @param {{ status: string, assertionResults: unknown[] }} file */
function couldNotStart(file) {
  return file.status === 'failed' && file.assertionResults.length === 0
}

async function runTests() {
  mkdirSync(CACHE, { recursive: true })
  const reporters = `--reporter=dot --reporter=json --outputFile.json="${VITEST_REPORT}"`
  const { code } = await runCommand(`vitest run ${reporters}`, { show: true })
  const counted = takeTally(VITEST_REPORT, (report) => ({
    passed: report.numPassedTests,
    failed: report.numFailedTests + report.testResults.filter(couldNotStart).length,
  }))
  return withExitCode(counted, code)
}

const waiting = Object.keys(scripts).filter((name) => name.startsWith('check:'))
const lanes = Array.from({ length: SIDE_BY_SIDE }, () => runChecks(waiting))
// The lint begins first and outlasts all others: the tests do not wait for it.
await Promise.race(lanes)
const tests = runTests()
endWith(addTallies([...(await Promise.all(lanes)), await tests]))
