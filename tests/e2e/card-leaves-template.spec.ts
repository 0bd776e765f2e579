import { expect, test, type Page } from '@playwright/test'
import { SharedBoard } from '../support/servers/shared-board'
import { waitUntilSaved } from '../support/pages/people'
import { BoardPage } from '../support/pages/board-page'

const board = SharedBoard.ofThisFile()

/** Whether the arrow ends on the card: their boxes on this screen meet. */
async function isOnCard(page: Page, title: string): Promise<boolean> {
  const arrow = await page.locator('.tl-shape[data-shape-type="arrow"] path').first().boundingBox()
  const card = await page.locator('.tl-shape[data-shape-type="card"]', { hasText: title }).boundingBox()
  if (!arrow || !card) return false
  const nearPx = 8
  const meet = (from: 'x' | 'y', size: 'width' | 'height'): boolean =>
    arrow[from] - nearPx <= card[from] + card[size] && card[from] - nearPx <= arrow[from] + arrow[size]
  return meet('x', 'width') && meet('y', 'height')
}

/** So that there is room to let go beside the template, and to see what was. */
async function seeFromAfar(page: Page): Promise<void> {
  const isFar = (): Promise<boolean> => page.evaluate(() => window.contourProbe?.zoom() === 0.4)
  await expect(async () => {
    if (await isFar()) return
    await page.getByRole('button', { name: 'Zoom out' }).click()
    await expect.poll(isFar, { timeout: 1_000 }).toBe(true)
  }).toPass()
}

test('a card let go beside its template stays in hand for the keys, and an arrow goes with it', async ({
  browser,
}) => {
  const { page } = await board.arrive(browser, { name: 'Pat', role: 'participant' })
  const hands = new BoardPage(page)
  await hands.addInitiatives('Ship it')
  await hands.dropFromTray('Ship it', await hands.pointOnPlot('linear', { x: 0.5, y: 0.9 }))
  await seeFromAfar(page)
  const card = await hands.card('Ship it')
  const frame = await page.evaluate(() => window.contourProbe?.frames()[0])
  const grip = await hands.toClient({ x: card.x + 60, y: card.y + 20 })
  await page.getByRole('button', { name: 'Arrow', exact: true }).click()
  await hands.carry(await hands.pointOnPlot('quick-taper', { x: 0.9, y: 0.9 }), grip)
  await page.mouse.up()
  await expect.poll(() => isOnCard(page, 'Ship it')).toBe(true)

  await page.keyboard.press('Escape')
  await hands.carry(grip, await hands.toClient({ x: card.x + 60, y: (frame?.y ?? 0) - 150 }))
  await page.mouse.up()
  await expect.poll(async () => (await hands.card('Ship it')).target).toBe('canvas')
  const { id, x } = await hands.card('Ship it')
  await expect.poll(() => page.evaluate(() => window.contourProbe?.selected())).toEqual([id])
  await expect.poll(() => isOnCard(page, 'Ship it')).toBe(true)
  await page.keyboard.press('Shift+ArrowLeft')
  await expect.poll(async () => (await hands.card('Ship it')).x).toBeLessThan(x)

  await waitUntilSaved(page)
  await page.reload()
  await waitUntilSaved(page)
  await seeFromAfar(page)
  await expect.poll(() => isOnCard(page, 'Ship it')).toBe(true)
})
