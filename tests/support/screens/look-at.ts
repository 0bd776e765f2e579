import { expect } from '@playwright/test'
import { findAxeFaults } from '../pages/axe'
import { waitUntilStill } from '../pages/template-page'
import type { Screen, Stage } from './stage'
import { whatCoversTheMark } from './faults/what-covers-the-mark'
import { whatDoesNotFit } from './faults/what-does-not-fit'
import { whatHidesItsFocus } from './faults/what-hides-its-focus'
import { whatIsClipped } from './faults/what-is-clipped'
import { whatIsCovered } from './faults/what-is-covered'
import { whatLooksNative } from './faults/what-looks-native'
import { whatMoves } from './faults/what-moves'
import { whatOverlaps } from './faults/what-overlaps'

const FOLDER = 'test-results/screens'
const THEMES = ['light', 'dark'] as const
/** A canvas takes a moment to settle in another size; every fault is told, not only the first. */
const eventually = expect.configure({ soft: true, timeout: 3_000 })

/** Takes a picture of a screen in every size and theme, and lets the script find what is wrong with it. */
export async function lookAt(stage: Stage, screen: Screen): Promise<void> {
  const { page, device } = stage
  for (const size of device.sizes) {
    if (size.width !== page.viewportSize()?.width) await page.setViewportSize(size)
    for (const colorScheme of THEMES) {
      await page.emulateMedia({ colorScheme })
      await untilDrawn(stage)
      const name = `${screen.name}-${size.width}-${colorScheme}`
      await eventually.poll(() => findFaults(stage, screen), name).toEqual([])
      // Colours and names are the same in every size.
      const isToRead = device.name === 'desk' && size === device.sizes[0]
      if (isToRead) expect.soft(await findAxeFaults(page), name).toEqual([])
      // Last, because a picture of a long page makes the browser lay it out differently for a moment.
      await page.screenshot({ path: `${FOLDER}/${name}.png`, fullPage: screen.isLong === true })
    }
  }
  if (device.name === 'desk' && !screen.isBusy)
    expect.soft(await whatHidesItsFocus(page), screen.name).toEqual([])
  // What is done next begins with the board as it was opened.
  if (device.sizes.length > 1) await page.setViewportSize(device.sizes[0])
  await waitUntilStill(page)
}

async function findFaults({ page }: Stage, screen: Screen): Promise<string[]> {
  const looks = [whatDoesNotFit, whatIsClipped, whatIsCovered, whatOverlaps, whatMoves, whatLooksNative]
  const found = await Promise.all(looks.map((look) => look(page)))
  return [...found.flat(), ...(screen.hasNoCanvas ? [] : await whatCoversTheMark(page))]
}

/** Until two pictures were drawn after the last change. */
function untilDrawn({ page }: Stage): Promise<unknown> {
  return page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  )
}
