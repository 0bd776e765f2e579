import { expect, test } from '@playwright/test'
import { BoardPage } from '../support/pages/board-page'
import { createBoard } from '../support/pages/people'
import { stillBox, type Box } from '../support/pages/still-box'
import { OwnServer } from '../support/servers/own-server'

/** So many undecided cards on a plot are half as wide. */
const NARROW_FROM = 17

const server = OwnServer.ofThisFile()

test('a card looks in the hand as it will stand, from the tray and on the canvas', async ({ browser }) => {
  // So large a window that the letters of the tray and those of the canvas differ most.
  const fay = await server.visitor(browser, 'Fay', { viewport: { width: 1440, height: 900 } })
  await createBoard(fay, server.origin, 'Landing')
  const board = new BoardPage(fay.page)
  await board.addInitiatives('Upper half')
  const high = await board.pointOnPlot('quick-taper', { x: 0.45, y: 0.19 })

  await board.carryFromTray('Upper half', high)
  const lifted = fay.page.getByTestId('lifted-card')
  await expect.poll(async () => Math.abs(((await lifted.boundingBox())?.y ?? 0) - high.y)).toBeLessThan(60)
  const canvas = fay.page.locator('.tl-canvas')
  await expect(canvas).toHaveCSS('cursor', 'grabbing')
  const fromTray = await stillBox(lifted)
  const titleFromTray = await stillBox(lifted.getByText('Upper half'))
  await fay.page.mouse.up()
  await expect(canvas).not.toHaveCSS('cursor', 'grabbing')
  await board.card('Upper half')
  expect(farApart(await faceBox(board, 'Upper half'), fromTray)).toBeLessThan(1.5)
  const title = fay.page.locator('.tl-shape[data-shape-type="card"]').getByText('Upper half')
  expect(farApart(await stillBox(title), titleFromTray), 'its letters').toBeLessThan(1.5)

  const card = await board.card('Upper half')
  expect(card.position).not.toBeNull()
  const pin = await board.toClient(card.pin)
  const aim = await board.pointOnPlot('sigmoid', { x: 0.75, y: 0.15 })
  await board.carryCard('Upper half', { x: aim.x - pin.x, y: aim.y - pin.y })
  const inHand = await faceBox(board, 'Upper half')
  await fay.page.mouse.up()
  await expect.poll(async () => (await board.card('Upper half')).target).toBe('curve:sigmoid')
  expect(farApart(await faceBox(board, 'Upper half'), inHand)).toBeLessThan(1.5)
})

test('a card let go on its curve is selected, so that arrow keys slide it and Enter opens its details', async ({
  browser,
}) => {
  const fay = await server.visitor(browser, 'Fay')
  await createBoard(fay, server.origin, 'Let go')
  const board = new BoardPage(fay.page)
  await board.addInitiatives('First', 'Second')
  for (const [title, x] of [
    ['First', 0.3],
    ['Second', 0.7],
  ] as const)
    await board.dropFromTray(title, await board.pointOnPlot('linear', { x, y: 1 - x }))
  const before = (await board.card('Second')).position ?? 0
  await fay.page.keyboard.press('ArrowRight')
  await expect.poll(async () => (await board.card('Second')).position).toBeGreaterThan(before)
  await expect(fay.page.getByText(/^On the curve “Steady”\. Spent/), 'heard').toHaveRole('status')
  await expect(fay.page.getByText(/^Second\. On the curve .*, initiative\. \d of \d$/)).toHaveRole('status')
  await fay.page.keyboard.press('Enter')
  await expect(fay.page.getByLabel('Title', { exact: true })).toHaveValue('Second')
})

test('what a card from the tray is carried over does not unfold under it', async ({ browser }) => {
  const fay = await server.visitor(browser, 'Fay')
  await createBoard(fay, server.origin, 'Carried over')
  const board = new BoardPage(fay.page)
  await board.addInitiatives('Here already', 'On its way')
  const place = await board.pointOnPlot('linear', { x: 0.5, y: 0.5 })
  await board.dropFromTray('Here already', place)
  const face = fay.page.locator('.tl-shape[data-shape-type="card"] [data-open]', { hasText: 'Here already' })
  await expect(face, 'under a hand that carries nothing').toHaveAttribute('data-open', 'true')
  await board.carryFromTray('On its way', place)
  await expect(face).toHaveAttribute('data-open', 'false')
  await fay.page.keyboard.press('Escape')
  await fay.page.mouse.up()
})

test('from afar, where no card has words, a selected one does not unfold', async ({ browser }) => {
  const fay = await server.visitor(browser, 'Fay')
  await createBoard(fay, server.origin, 'From afar')
  const board = new BoardPage(fay.page)
  await board.addInitiatives('Far away')
  await board.dropFromTray('Far away', await board.pointOnPlot('linear', { x: 0.5, y: 0.5 }))
  const card = fay.page.locator('.tl-shape[data-shape-type="card"] [data-open]')
  await expect(card).toHaveAttribute('data-open', 'true')
  await fay.page.keyboard.down('Control')
  await expect(async () => {
    await fay.page.mouse.wheel(0, 100)
    await expect(card).toHaveAttribute('data-detail', 'block', { timeout: 200 })
  }).toPass()
  await fay.page.keyboard.up('Control')
  await expect(card, 'still selected').toHaveAttribute('data-selected', 'true')
  await expect(card).toHaveAttribute('data-open', 'false')
})

test('several selected cards show no handles that would do nothing', async ({ browser }) => {
  const fay = await server.visitor(browser, 'Fay')
  await createBoard(fay, server.origin, 'Handles')
  const board = new BoardPage(fay.page)
  await board.addInitiatives('One', 'Two')
  await board.dropFromTray('One', await board.pointOnPlot('linear', { x: 0.3, y: 0.6 }))
  await board.dropFromTray('Two', await board.pointOnPlot('sigmoid', { x: 0.3, y: 0.6 }))
  await expect.poll(async () => (await board.cards()).length).toBe(2)
  await fay.page.keyboard.press('Control+a')
  await expect.poll(() => fay.page.evaluate(() => window.contourProbe?.selected().length)).toBe(2)
  await expect(fay.page.locator('.tl-corner-handle')).toHaveCount(0)
})

/** The box in the window that a card on the canvas shows, wherever the hand is. */
function faceBox(board: BoardPage, title: string): Promise<Box> {
  return stillBox(board.page.locator('.tl-shape[data-shape-type="card"] [data-lines]', { hasText: title }))
}

/** The largest difference between two boxes, in px. */
function farApart(one: Box, other: Box): number {
  return Math.max(
    Math.abs(one.x - other.x),
    Math.abs(one.y - other.y),
    Math.abs(one.width - other.width),
    Math.abs(one.height - other.height),
  )
}

test('a card that is narrow among many shows its title in room for its words, beside its details', async ({
  browser,
}) => {
  const fay = await server.visitor(browser, 'Fay')
  await createBoard(fay, server.origin, 'Many')
  const board = new BoardPage(fay.page)
  const titles = Array.from({ length: NARROW_FROM }, (_, at) => `Align processors by socket, part ${at + 1}`)
  await board.importCsv('many.csv', ['title', ...titles].join('\n'))
  for (const title of titles) {
    await board.dropFromTray(title, await board.pointOnPlot('linear', { x: 0.3, y: 0.3 }))
  }
  const [last = ''] = titles.slice(-1)
  const face = fay.page
    .locator('.tl-shape[data-shape-type="card"] [data-open="true"] > div', { hasText: last })
    .first()
  await expect(face).toBeVisible()
  const zoom = await fay.page.evaluate(() => window.contourProbe?.zoom() ?? 0)
  await expect.poll(async () => ((await face.boundingBox())?.width ?? 0) / zoom).toBeGreaterThan(200)
  const details = fay.page.getByRole('button', { name: `Details of “${last}”` })
  const [words, button] = [await face.boundingBox(), await details.boundingBox()]
  expect(words && button && overlap(words, button)).toBe(false)
})

function overlap(one: Box, other: Box): boolean {
  const across = one.x < other.x + other.width && other.x < one.x + one.width
  return across && one.y < other.y + other.height && other.y < one.y + one.height
}
