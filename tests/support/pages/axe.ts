import axe, { type AxeResults } from 'axe-core'
import type { Page } from '@playwright/test'

/** What axe finds serious or critical in what the page shows now, as `rule: element`. */
export async function findAxeFaults(page: Page): Promise<string[]> {
  // Given to the browser as code of the test: the page's own policy lets no script in.
  await page.evaluate(`${axe.source}; undefined`)
  return page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run(context: Document, options: object): Promise<AxeResults> }
    }
    // What still fades in has colours of no design.
    const passing = document
      .getAnimations()
      .filter(({ effect }) => Number.isFinite(effect?.getComputedTiming().endTime))
    await Promise.allSettled(passing.map(({ finished }) => finished))
    // The engine's canvas draws the board by itself; its own elements are not ours to name.
    const { violations } = await axe.run(document, { resultTypes: ['violations'] })
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) =>
        nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary ?? ''}`),
      )
  })
}
