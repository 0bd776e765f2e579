import { expect, test } from '@playwright/test'
import type { BoardRecord } from '@/lib/board/layout'
import { createRecords } from '@/lib/board/operations/records'
import type { Author } from '@/lib/board/step'
import type { PersonId } from '@/lib/ids'
import { geoRecord } from '../support/boards/board-builders'
import { createBoard, openBrowserOf, waitUntilSaved, type Person } from '../support/pages/people'
import { connectAs } from '../support/rooms/plain-client'
import { OwnServer } from '../support/servers/own-server'

const server = OwnServer.ofThisFile()
const QUARTER = Math.PI / 2
let fay: Person

declare global {
  interface Window {
    takenFocus?: number
  }
}

test.beforeEach(async ({ browser }) => {
  fay = await openBrowserOf(browser, 'Fay')
  await fay.page.addInitScript(() => {
    const { focus } = HTMLInputElement.prototype
    window.takenFocus = 0
    HTMLInputElement.prototype.focus = function (options) {
      if (this.closest('.tl-frame-heading')) window.takenFocus = (window.takenFocus ?? 0) + 1
      focus.call(this, options)
    }
  })
  const raw = await connectAs(fay, server, await createBoard(fay, server.origin, 'Frames'))
  const author: Author = { personId: raw.personId as PersonId, now: Date.now(), origin: 'person' }
  const meta = { createdBy: author.personId, createdAt: author.now }
  const frames = [0, 1, 2, 3].map((turns) => ({ ...frame(turns), meta }))
  createRecords(raw.board, author, frames)
  await expect(fay.page.locator('.tl-frame-heading')).toHaveCount(frames.length)
  await waitUntilSaved(fay.page)
  raw.stop()
  await fay.page.reload()
  await expect(fay.page.locator('.tl-frame-heading')).toHaveCount(frames.length)
})

test.afterEach(async () => {
  expect(fay.complaints).toEqual([])
  await fay.context.close()
})

test('the heading of a frame asks for no focus, and is a field only where somebody writes in it', async () => {
  const { page } = fay
  const fields = page.locator('.tl-frame-heading input')
  await expect(fields).toHaveCount(0)
  expect(await page.evaluate(() => window.takenFocus)).toBe(0)
  const heading = page.locator('[data-shape-id="shape:frame0"] .tl-frame-label')
  await heading.dblclick()
  await expect(fields).toHaveCount(1)
  await expect(fields).toBeFocused()
  await page.keyboard.type('Later')
  await page.keyboard.press('Enter')
  await expect(heading).toContainText('Later')
  await waitUntilSaved(page)
  await page.reload()
  await expect(heading).toContainText('Later')
})

test('the heading stands where the engine puts its own, however the frame is turned', async () => {
  const { page } = fay
  for (const turns of [0, 1, 2, 3]) {
    const heading = page.locator(`[data-shape-id="shape:frame${turns}"] .tl-frame-heading`)
    const written = await heading.evaluate((of) => of.outerHTML)
    await heading.locator('.tl-frame-label').dblclick()
    await expect(heading.locator('input')).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(heading.locator('input')).toBeHidden()
    await heading.locator('input').evaluate((field) => field.remove())
    expect((await heading.evaluate((of) => of.outerHTML)).replace('tl-frame-label ', 'tl-frame-label')).toBe(
      written,
    )
  }
})

function frame(turns: number): BoardRecord {
  const place = {
    x: 200 + 260 * turns + (turns % 3 ? 90 : 0),
    y: 250 + (turns > 1 ? 80 : 0),
    rotation: QUARTER * turns,
  }
  const props = { w: 100, h: 80, name: `Frame ${turns}`, color: 'black' }
  return { ...geoRecord(`shape:frame${turns}`, { ...place, index: `a${turns + 5}` }), type: 'frame', props }
}
