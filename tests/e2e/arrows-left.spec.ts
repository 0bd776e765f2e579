import { expect, test, type Page } from '@playwright/test'
import { BoardPage } from '../support/pages/board-page'
import { createBoard, joinBoard, readLinks, waitUntilSaved } from '../support/pages/people'
import { OwnServer } from '../support/servers/own-server'

const server = OwnServer.ofThisFile()

/** Less than the step between what an arrow points to and where its line ends before it. */
const NEAR_PX = 40

/** What an arrow covers, in page px: from left to right and from top to bottom. */
function arrowBox(page: Page): Promise<number[]> {
  return page.evaluate(() => {
    const paths = [...document.querySelectorAll('.tl-shape[data-shape-type="arrow"] path')]
    const line = paths.map((path) => path.getBoundingClientRect()).find(({ width }) => width > 0)
    const origin = window.contourProbe?.pageToClient({ x: 0, y: 0 })
    const zoom = window.contourProbe?.zoom() ?? NaN
    if (!line || !origin) return []
    const { x, y } = origin
    return [line.left - x, line.right - x, line.top - y, line.bottom - y].map((px) => px / zoom)
  })
}

function farthest(one: readonly number[], other: readonly number[]): number {
  return Math.max(
    ...one.map((px, at) => Math.abs(px - (other[at] ?? Infinity))),
    one.length === 4 ? 0 : Infinity,
  )
}

test('an arrow on a card that goes stays where it pointed, for everybody and after a reload, and hangs on it again', async ({
  browser,
}) => {
  const [fay, pat] = await server.visitors(browser, 'Fay', 'Pat')
  await createBoard(fay, server.origin, 'Arrows')
  await joinBoard(pat, server.origin + (await readLinks(fay)).participant)
  const [fays, pats] = [new BoardPage(fay.page), new BoardPage(pat.page)]
  await fays.addInitiatives('Pointed at')
  await fays.dropFromTray('Pointed at', await fays.pointOnPlot('linear', { x: 0.5, y: 0.9 }))
  const card = await pats.card('Pointed at')

  await fay.page.getByRole('button', { name: 'Arrow', exact: true }).click()
  const grip = await fays.toClient({ x: card.x + 60, y: card.y + 20 })
  await fays.carry(await fays.pointOnPlot('quick-taper', { x: 0.9, y: 0.9 }), grip)
  await fay.page.mouse.up()
  await fay.page.keyboard.press('Escape')
  await fays.moveCard('Pointed at', { x: -150, y: 90 })
  await waitUntilSaved(fay.page)
  await expect
    .poll(
      async () => farthest(await arrowBox(fay.page), await arrowBox(pat.page)),
      'both see it end on the card',
    )
    .toBeLessThan(2)
  const pointed = await arrowBox(pat.page)

  const { x, y } = await pats.card('Pointed at')
  const at = await pats.toClient({ x: x + 60, y: y + 30 })
  await pat.page.mouse.click(at.x, at.y)
  await pat.page.getByRole('button', { name: 'Details' }).click()
  await pat.page.getByRole('button', { name: 'Back to the tray' }).click()
  const isWhereItPointed = async (page: Page) => farthest(await arrowBox(page), pointed)
  for (const { page } of [pat, fay]) {
    await expect(page.locator('.tl-shape[data-shape-type="card"]')).toHaveCount(0)
    await expect.poll(() => isWhereItPointed(page)).toBeLessThan(NEAR_PX)
  }
  await waitUntilSaved(pat.page)
  await fay.page.reload()
  await waitUntilSaved(fay.page)
  await expect.poll(() => isWhereItPointed(fay.page)).toBeLessThan(NEAR_PX)

  await pat.page.locator('.tl-container').focus()
  await pat.page.keyboard.press('ControlOrMeta+z')
  await fays.card('Pointed at')
  await fays.moveCard('Pointed at', { x: 120, y: 60 })
  await expect.poll(() => isWhereItPointed(pat.page), 'it goes with the card again').toBeGreaterThan(NEAR_PX)
  expect([fay.complaints, pat.complaints]).toEqual([[], []])
})
