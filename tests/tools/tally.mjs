import { readFileSync, rmSync } from 'node:fs'

/** @typedef {{ passed: number, failed: number }} Tally */

/** @type {Tally} */
const NOTHING = { passed: 0, failed: 0 }

/**
 * Adds what several runs counted.
 * @param {Tally[]} tallies
 * @returns {Tally}
 */
export function addTallies(tallies) {
  return tallies.reduce(
    (sum, one) => ({ passed: sum.passed + one.passed, failed: sum.failed + one.failed }),
    NOTHING,
  )
}

/**
 * Makes a run that ended badly without naming a failed test count as one failure.
 * @param {Tally} counted
 * @param {number} exitCode
 * @returns {Tally}
 */
export function withExitCode(counted, exitCode) {
  return exitCode !== 0 && counted.failed === 0 ? { ...counted, failed: 1 } : counted
}

/**
 * Reads and removes the file in which a test runner left its report; a missing or broken one counts nothing.
 * @param {string} path
 * @param {(report: any) => Tally} toTally
 * @returns {Tally}
 */
export function takeTally(path, toTally) {
  try {
    const report = JSON.parse(readFileSync(path, 'utf8'))
    rmSync(path)
    return toTally(report)
  } catch {
    return NOTHING
  }
}

/**
 * Finds the last tally that a run wrote.
 * @param {string} output
 * @returns {Tally}
 */
export function lastTally(output) {
  const last = [...output.matchAll(/^(\d+) passed, (\d+) failed$/gm)].pop()
  return last ? { passed: Number(last[1]), failed: Number(last[2]) } : NOTHING
}

/**
 * Ends a run: writes `N passed, N failed` as its last line and sets its exit code.
 * @param {Tally} tally
 */
export function endWith(tally) {
  process.stdout.write(`${tally.passed} passed, ${tally.failed} failed\n`)
  process.exitCode = tally.failed > 0 ? 1 : 0
}
