import { expect, test } from '@playwright/test'
import { BoardPage } from '../support/board-page'
import { startContourServer, type ContourServer } from '../support/contour-server'
import { createBoard, openBrowserOf } from '../support/people'

interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

let server: ContourServer

test.beforeAll(async () => {
  server = await startContourServer()
})
test.afterAll(() => server.stop())

test('a card looks in the hand as it will stand, from the tray and on the canvas', async ({ browser }) => {
  const fay = await openBrowserOf(browser, 'Fay')
  await createBoard(fay, server.origin, 'Landing')
  const board = new BoardPage(fay.page)
  await board.addInitiatives('Upper half')
  const high = await board.pointOnPlot('quick-taper', { x: 0.45, y: 0.19 })

  await board.carryFromTray('Upper half', high)
  const lifted = fay.page.getByTestId('lifted-card')
  await expect.poll(async () => Math.abs(((await lifted.boundingBox())?.y ?? 0) - high.y)).toBeLessThan(60)
  const fromTray = await lifted.boundingBox()
  await fay.page.mouse.up()
  await board.card('Upper half')
  expect(farApart(await faceBox(board, 'Upper half'), fromTray)).toBeLessThan(1.5)

  const card = await board.card('Upper half')
  expect(card.position).not.toBeNull()
  const pin = await board.toClient(card.pin)
  const aim = await board.pointOnPlot('sigmoid', { x: 0.75, y: 0.15 })
  await board.carryCard('Upper half', { x: aim.x - pin.x, y: aim.y - pin.y })
  const inHand = await faceBox(board, 'Upper half')
  await fay.page.mouse.up()
  await expect.poll(async () => (await board.card('Upper half')).target).toBe('curve:sigmoid')
  expect(farApart(await faceBox(board, 'Upper half'), inHand)).toBeLessThan(1.5)
  await fay.context.close()
})

test('several selected cards show no handles that would do nothing', async ({ browser }) => {
  const fay = await openBrowserOf(browser, 'Fay')
  await createBoard(fay, server.origin, 'Handles')
  const board = new BoardPage(fay.page)
  await board.addInitiatives('One', 'Two')
  await board.dropFromTray('One', await board.pointOnPlot('linear', { x: 0.3, y: 0.6 }))
  await board.dropFromTray('Two', await board.pointOnPlot('sigmoid', { x: 0.3, y: 0.6 }))
  await expect.poll(async () => (await board.cards()).length).toBe(2)
  await fay.page.keyboard.press('Control+a')
  await expect.poll(() => fay.page.evaluate(() => window.contourProbe?.selected().length)).toBe(2)
  await expect(fay.page.locator('.tl-corner-handle')).toHaveCount(0)
  await fay.context.close()
})

/** The box in the window that a card on the canvas shows, wherever the hand is, once three pictures show the same. */
async function faceBox(board: BoardPage, title: string): Promise<Box | null> {
  const face = board.page.locator('.tl-shape[data-shape-type="card"] [data-lines]', { hasText: title })
  await face.evaluate(async (element) => {
    const nextPicture = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(resolve))
    let last = ''
    let same = 0
    while (same < 3) {
      await nextPicture()
      const now = JSON.stringify(element.getBoundingClientRect())
      same = now === last ? same + 1 : 0
      last = now
    }
  })
  return face.boundingBox()
}

/** The largest difference between two boxes, in px. */
function farApart(one: Box | null, other: Box | null): number {
  if (!one || !other) return Infinity
  return Math.max(
    Math.abs(one.x - other.x),
    Math.abs(one.y - other.y),
    Math.abs(one.width - other.width),
    Math.abs(one.height - other.height),
  )
}
