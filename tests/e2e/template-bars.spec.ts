import { expect, test, type Page } from '@playwright/test'
import { EFFORT_VALUE_CURVES } from '@/lib/templates/effort-value-curves'
import { BoardPage } from '../support/pages/board-page'
import { createBoard } from '../support/pages/people'
import { editTemplates, frames, waitUntilStill } from '../support/pages/template-page'
import { OwnServer } from '../support/servers/own-server'

const SCREENS = [
  { name: 'a laptop', viewport: { width: 1280, height: 720 }, hasTouch: false },
  { name: 'an upright tablet', viewport: { width: 820, height: 1180 }, hasTouch: true },
  { name: 'a phone', viewport: { width: 390, height: 844 }, hasTouch: true },
] as const

const server = OwnServer.ofThisFile()

for (const { name, viewport, hasTouch } of SCREENS) {
  test(`on ${name} the bar of a template stands between the banner and the template, and the view comes back`, async ({
    browser,
  }) => {
    const fay = await server.visitor(browser, 'Fay', { viewport, hasTouch, isMobile: hasTouch })
    await createBoard(fay, server.origin, 'Bars')
    await waitUntilStill(fay.page)
    const before = await paperAt(fay.page)
    await editTemplates(fay.page)
    const bar = await boxOf(fay.page, 'template-bar')
    const banner = await boxOf(fay.page, 'template-banner')
    expect(bar.y).toBeGreaterThanOrEqual(banner.y + banner.height)
    expect(bar.y + bar.height).toBeLessThanOrEqual((await paperAt(fay.page)).y)

    await fay.page.getByRole('button', { name: 'Done' }).click()
    await waitUntilStill(fay.page)
    expect(await paperAt(fay.page)).toEqual(before)
  })
}

for (const { name, viewport, hasTouch } of SCREENS) {
  test(`on ${name} a second banner covers neither a bar nor a heading`, async ({ browser }) => {
    const fay = await server.visitor(browser, 'Fay', { viewport, hasTouch, isMobile: hasTouch })
    await createBoard(fay, server.origin, 'Two banners')
    await waitUntilStill(fay.page)
    const before = await paperAt(fay.page)
    await editTemplates(fay.page)
    await server.kill()
    try {
      await expect(fay.page.getByTestId('connection-banner')).toBeVisible()
      await waitUntilStill(fay.page)
      const [first, second, bar] = [
        await boxOf(fay.page, 'connection-banner'),
        await boxOf(fay.page, 'template-banner'),
        await boxOf(fay.page, 'template-bar'),
      ]
      expect(second.y).toBeGreaterThanOrEqual(first.y + first.height)
      expect(bar.y).toBeGreaterThanOrEqual(second.y + second.height)
      expect(bar.y + bar.height).toBeLessThanOrEqual((await paperAt(fay.page)).y)

      await fay.page.getByRole('button', { name: 'Done' }).click()
      await waitUntilStill(fay.page)
      expect(await paperAt(fay.page)).toEqual(before)
    } finally {
      // The other tests of this file use it too.
      await server.restart()
    }
  })
}

test('a bar stays off banner and heading wherever the view goes', async ({ browser }) => {
  const fay = await server.visitor(browser, 'Fay')
  // What a wheel turns out to be depends on how fast it is turned.
  await fay.context.addInitScript(() => window.localStorage.setItem('contour-wheel', 'trackpad'))
  await createBoard(fay, server.origin, 'Bars')
  await editTemplates(fay.page)
  // The view glides once the bar is there: not in the middle of a turn of the wheel.
  await expect(fay.page.getByTestId('template-bar')).toBeVisible()
  await waitUntilStill(fay.page)
  await fay.page.mouse.move(800, 400)
  for (const [dx, dy] of [
    [0, 90],
    [0, 60],
    [300, 0],
    [0, 400],
    [-500, -700],
  ] as const) {
    await fay.page.mouse.wheel(dx, dy)
    await waitUntilStill(fay.page)
    const bar = await boxOf(fay.page, 'template-bar')
    const banner = await boxOf(fay.page, 'template-banner')
    const { x, y, h } = EFFORT_VALUE_CURVES.heading
    const paper = await paperAt(fay.page)
    const from = { x: paper.x + x * paper.zoom, y: paper.y + y * paper.zoom }
    const to = { x: from.x + 700 * paper.zoom, y: from.y + (h - 12) * paper.zoom }
    const isOnHeading =
      bar.x < to.x && bar.x + bar.width > from.x && bar.y < to.y && bar.y + bar.height > from.y
    expect(isOnHeading, `after ${dx}, ${dy}`).toBe(false)
    expect(bar.y).toBeGreaterThanOrEqual(banner.y + banner.height)
  }
})

/** Where the upper left corner of the first template is, in window px, and how large it is seen, as finely as it can be seen. */
async function paperAt(page: Page): Promise<{ x: number; y: number; zoom: number }> {
  const [frame] = await frames(page)
  if (!frame) throw new Error('The template stands.')
  const board = new BoardPage(page)
  const [from, to] = [await board.toClient(frame), await board.toClient({ x: frame.x + frame.w, y: frame.y })]
  const fine = (value: number): number => Math.round(value * 1e6) / 1e6
  return { x: fine(from.x), y: fine(from.y), zoom: fine((to.x - from.x) / frame.w) }
}

async function boxOf(page: Page, testId: string) {
  const box = await page.getByTestId(testId).boundingBox()
  if (!box) throw new Error(`There is no ${testId} in sight.`)
  return box
}
