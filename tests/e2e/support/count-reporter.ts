import { writeFileSync } from 'node:fs'
import type { FullResult, Reporter, Suite } from '@playwright/test/reporter'

/** Leaves `{passed, failed}` as JSON in the file named by CONTOUR_TALLY_FILE, for the runner's last line. */
export default class CountReporter implements Reporter {
  private suite: Suite | undefined

  onBegin(_config: unknown, suite: Suite): void {
    this.suite = suite
  }

  onEnd(_result: FullResult): void {
    const path = process.env['CONTOUR_TALLY_FILE']
    if (path === undefined) return
    const outcomes = (this.suite?.allTests() ?? []).map((test) => test.outcome())
    const passed = outcomes.filter((outcome) => outcome === 'expected').length
    const failed = outcomes.filter((outcome) => outcome === 'unexpected' || outcome === 'flaky').length
    writeFileSync(path, JSON.stringify({ passed, failed }))
  }

  printsToStdio(): boolean {
    return false
  }
}
