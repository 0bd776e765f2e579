import { expect, test, type Locator } from '@playwright/test'
import { BoardPage } from '../support/pages/board-page'
import { waitUntilStill } from '../support/pages/template-page'
import { SharedBoard } from '../support/servers/shared-board'

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }

const board = SharedBoard.ofThisFile()

test('on a phone a tap on a card offers its places, whole on the screen', async ({ browser }) => {
  const { page } = await board.arrive(browser, { name: 'Pho', role: 'participant', options: PHONE })
  const canvas = new BoardPage(page)
  await canvas.addInitiatives('Tapped')
  await canvas.trayCard('Tapped').tap()
  const menu = page.getByRole('menu')
  await expect(menu).toBeVisible()
  const steady = menu.getByRole('menuitem', { name: 'Steady' })
  await expect(menu).toHaveAttribute('data-side', 'top')
  await expect.poll(() => turnOf(steady), 'more is behind it').toBe(0)
  await steady.tap()
  await expect(menu.getByRole('menuitem', { name: 'In the middle' })).toBeVisible()
  await expect.poll(() => turnOf(steady), 'up, where the places came').toBe(-90)
  const box = await menu.boundingBox()
  expect([box && box.x >= 0, box && box.x + box.width <= 390, box && box.y >= 0], 'whole').toEqual([
    true,
    true,
    true,
  ])
  await menu.getByRole('menuitem', { name: 'In the middle' }).tap()
  await expect.poll(async () => (await canvas.card('Tapped')).position).toBeCloseTo(0.5)
})

test('on a phone the words in the field of the tray are not cut', async ({ browser }) => {
  const viewport = { width: 360, height: 740 }
  const options = { ...PHONE, viewport }
  const { page } = await board.arrive(browser, { name: 'Pip', role: 'participant', options })
  const field = page.getByLabel('Add an initiative')
  await expect(field).toHaveAttribute('placeholder', 'Add one')
  const isCut = (): Promise<boolean> =>
    field.evaluate((input: HTMLInputElement) => {
      input.value = input.placeholder
      return input.scrollWidth > input.clientWidth
    })
  await expect.poll(isCut).toBe(false)
})

test('who has fingers alone is not told to drop a file', async ({ browser }) => {
  const { page } = await board.arrive(browser, { name: 'Fin', role: 'participant', options: PHONE })
  await page.getByRole('button', { name: 'Import initiatives' }).tap()
  await expect(page.getByRole('button', { name: 'Choose a file' })).toBeVisible()
  await expect(page.getByText(/drop it/)).toHaveCount(0)
})

test('on a phone a viewer sees something of the board above the details, of placed cards and of others', async ({
  browser,
}) => {
  const { page } = await board.arrive(browser, { name: 'Vic', role: 'viewer', options: PHONE })
  const details = page.getByTestId('inspector')
  const back = page.getByRole('button', { name: 'Back to the board' })

  const canvas = new BoardPage(page)
  await canvas.trayCard('Cluster Trust Bundles').tap()
  await expect(details).toBeVisible()
  await expect.poll(() => details.evaluate(emptyRoomOf), 'nothing empty below what is said').toBeLessThan(32)
  await expect(back).toHaveCount(0)
  await details.getByRole('button', { name: 'Close the details' }).tap()
  await expect(details).toHaveCount(0)

  await page.getByRole('button', { name: 'Show the whole board' }).tap()
  await waitUntilStill(page)
  const { x, y } = await canvas.card('Gang Scheduling')
  const middle = (): Promise<{ x: number; y: number }> => canvas.toClient({ x: x + 60, y: y + 30 })
  const at = await middle()
  await page.touchscreen.tap(at.x, at.y)
  await page.getByRole('button', { name: /details/i }).tap()
  await expect(details).toBeVisible()
  await expect(back).toHaveCount(0)
  const top = async (): Promise<number> => (await details.boundingBox())?.y ?? 0
  await expect.poll(async () => (await middle()).y < (await top()), 'the card is above them').toBe(true)
})

/** By how many degrees the mark of what opens something is turned. */
function turnOf(opener: Locator): Promise<number> {
  return opener.locator('> svg').evaluate((mark) => {
    const { a, b } = new DOMMatrix(getComputedStyle(mark).transform)
    return Math.round((Math.atan2(b, a) * 180) / Math.PI)
  })
}

/** How much of a panel lies below the last thing that stands in it. */
function emptyRoomOf(panel: Element): number {
  const last = panel.lastElementChild?.lastElementChild ?? panel
  return panel.getBoundingClientRect().bottom - last.getBoundingClientRect().bottom
}
