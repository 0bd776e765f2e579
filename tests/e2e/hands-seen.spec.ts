import { expect, test, type Locator, type Page } from '@playwright/test'
import { createBoard, joinBoard, readLinks, type Person } from '../support/pages/people'
import { OwnServer } from '../support/servers/own-server'

const server = OwnServer.ofThisFile()
let fay: Person
let pat: Person

test.beforeEach(async ({ browser }) => {
  fay = await server.visitor(browser, 'Fay')
  pat = await server.visitor(browser, 'Pat')
  await createBoard(fay, server.origin, 'Hands')
  await joinBoard(pat, server.origin + (await readLinks(fay)).participant)
})

/** The outlines of what somebody else has in their hand: of a shape where it is, then of what becomes of it. */
function outlines(page: Page): Locator {
  return page.locator('svg rect[class*="held"]')
}

async function widthOf(page: Page): Promise<number> {
  return Number(await outlines(page).last().getAttribute('width'))
}

/** Where the shape's box stands on this page's screen. */
async function boxOf(page: Page): Promise<{ x: number; y: number; width: number; height: number }> {
  const box = await page.locator('.tl-shape[data-shape-type="geo"]').boundingBox()
  if (!box) throw new Error('There is no shape.')
  return box
}

test('others see the outline of what somebody resizes, turns or draws, while it happens and until it is let go', async () => {
  const { mouse, keyboard } = fay.page
  await fay.page.getByRole('button', { name: 'More tools' }).click()
  await fay.page.getByRole('menuitem', { name: 'Rectangle' }).click()
  await mouse.move(400, 90)
  await mouse.down()
  await mouse.move(500, 150, { steps: 4 })
  await mouse.up()
  await expect(pat.page.locator('.tl-shape[data-shape-type="geo"]')).toBeVisible()
  await expect(outlines(pat.page)).toHaveCount(0)

  await test.step('resized', async () => {
    const { x, y, width, height } = await boxOf(fay.page)
    const before = await boxOf(pat.page)
    await mouse.move(x + width, y + height)
    await mouse.down()
    await mouse.move(x + width + 20, y + height + 10, { steps: 3 })
    await expect(outlines(pat.page).last()).toBeVisible()
    const first = await widthOf(pat.page)
    await mouse.move(x + width + 90, y + height + 40, { steps: 6 })
    await expect.poll(() => widthOf(pat.page)).toBeGreaterThan(first)
    await mouse.up()
    await expect(outlines(pat.page)).toHaveCount(0)
    await expect.poll(async () => (await boxOf(pat.page)).width).toBeGreaterThan(before.width)
  })

  await test.step('turned', async () => {
    const { x, y, width } = await boxOf(fay.page)
    await mouse.move(x + width + 14, y - 14)
    await mouse.down()
    await mouse.move(x + width + 30, y + 20, { steps: 4 })
    await expect.poll(() => fay.page.evaluate(() => window.contourProbe?.toolPath())).toBe('select.rotating')
    await expect(outlines(pat.page).last()).toBeVisible()
    await mouse.up()
    await expect(outlines(pat.page)).toHaveCount(0)
  })

  await test.step('drawn', async () => {
    await keyboard.press('Escape')
    await keyboard.press('d')
    await mouse.move(700, 90)
    await mouse.down()
    await mouse.move(740, 110, { steps: 4 })
    await expect(outlines(pat.page).last()).toBeVisible()
    const first = await widthOf(pat.page)
    await mouse.move(820, 140, { steps: 6 })
    await expect.poll(() => widthOf(pat.page)).toBeGreaterThan(first)
    await mouse.up()
    await expect(outlines(pat.page)).toHaveCount(0)
    await expect(pat.page.locator('.tl-shape[data-shape-type="draw"]')).toBeVisible()
  })
})
