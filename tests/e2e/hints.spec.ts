import { expect, test, type Locator, type Page } from '@playwright/test'
import { BoardPage } from '../support/pages/board-page'
import { createBoard, joinBoard, openSample, readLinks } from '../support/pages/people'
import { OwnServer } from '../support/servers/own-server'

const server = OwnServer.ofThisFile()

const hintOf = (page: Page) => page.getByTestId('hint')

test('who is new gets three short hints, each at its moment, and never again once put away', async ({
  browser,
}) => {
  const fay = await server.visitor(browser, 'Fay', { isNew: true })
  const { page } = fay
  const board = new BoardPage(page)
  const path = await createBoard(fay, server.origin, 'First steps')

  await test.step('an empty board says by itself what to do; with a card in the list comes the first', async () => {
    await expect(hintOf(page)).toBeHidden()
    await board.addInitiatives('One')
    await expect(hintOf(page)).toContainText('Drag a card onto the board')
    await expect(hintOf(page)).toContainText('Hold it near a line and you see where it lands')
    await expect(page.getByTestId('tray').getByTestId('hint'), 'it covers no plot').toBeVisible()
  })

  await test.step('the first is learned by doing, and the second comes up', async () => {
    await board.dropFromTray('One', await board.pointOnPlot('linear', { x: 0.5, y: 0.5 }))
    await expect(hintOf(page)).toContainText('Slide it along')
    await hintOf(page).getByRole('button', { name: 'Got it' }).click()
    await expect(hintOf(page)).toBeHidden()
  })

  await test.step('when others come, the third', async () => {
    const pat = await server.visitor(browser, 'Pat')
    await joinBoard(pat, server.origin + (await readLinks(fay)).participant)
    await expect(hintOf(page)).toContainText('See what others see')
    await hintOf(page).getByRole('button', { name: 'Got it' }).press('Enter')
    await expect(hintOf(page)).toBeHidden()
  })

  await test.step('none of them comes back', async () => {
    await page.goto(server.origin + path)
    await board.addInitiatives('Two')
    await expect(hintOf(page)).toBeHidden()
  })
})

test('who wants no hints puts all of them away at once, and somebody with a link to look is told of following alone', async ({
  browser,
}) => {
  const fay = await server.visitor(browser, 'Fay', { isNew: true })
  await createBoard(fay, server.origin, 'No hints')
  const board = new BoardPage(fay.page)
  await board.addInitiatives('One')
  await hintOf(fay.page).getByRole('button', { name: 'No more hints' }).click()
  await board.dropFromTray('One', await board.pointOnPlot('linear', { x: 0.5, y: 0.5 }))
  await expect(hintOf(fay.page)).toBeHidden()

  const vic = await server.visitor(browser, 'Vic', { isNew: true })
  await joinBoard(vic, server.origin + (await readLinks(fay)).viewer)
  await expect(hintOf(vic.page)).toContainText('See what others see')
})

for (const [width, height] of [
  [1280, 720],
  [820, 1180],
  [390, 844],
] as const) {
  test(`hints and notices lie over nothing and nothing over them at ${width} x ${height}`, async ({
    browser,
  }) => {
    const isTouch = width < 1000
    const nina = await server.visitor(browser, 'Nina', {
      isNew: true,
      viewport: { width, height },
      hasTouch: isTouch,
      isMobile: isTouch,
    })
    const { page } = nina
    await openSample(nina, server.origin, 'Everything at once')
    await expect(hintOf(page)).toBeVisible()
    if (width <= 640) await expectLow(page)
    if (width > 640) await page.getByRole('button', { name: 'Map of the board' }).click()
    await page.getByTestId('toolbar').getByRole('button', { name: 'Note' }).click()
    await expect(page.getByTestId('look')).toBeVisible()
    await page.getByRole('button', { name: width > 640 ? 'Export' : 'More', exact: true }).click()
    await page.getByRole('menuitem', { name: 'Spreadsheet' }).click()
    await expect(page.getByTestId('notice')).toContainText('is saved to your downloads')
    await expect.poll(() => overlaps(page)).toEqual([])

    await nina.context.setOffline(true)
    await expect(page.getByTestId('save-state')).toHaveText(/Offline/, { timeout: 40_000 })
    await expect.poll(() => overlaps(page)).toEqual([])
  })
}

test('on a phone a hint steps aside for a card in the hand, and is back where the card went back', async ({
  browser,
}) => {
  const nina = await server.visitor(browser, 'Nina', {
    isNew: true,
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  })
  const { page } = nina
  await openSample(nina, server.origin, 'In the hand')
  await expect(hintOf(page)).toBeVisible()
  const board = new BoardPage(page)
  await board.carryFromTray(
    'Image pull per runtime class',
    await board.pointOnPlot('sigmoid', { x: 0.5, y: 0.5 }),
  )
  await expect(page.getByTestId('lifted-card')).toBeVisible()
  await expect(hintOf(page)).toBeHidden()
  await page.keyboard.press('Escape')
  await page.mouse.up()
  await expect(hintOf(page)).toBeVisible()
})

/** On a phone a hint is one low bar with targets for a finger. */
async function expectLow(page: Page): Promise<void> {
  const heightOf = async (part: Locator) => (await part.boundingBox())?.height ?? 0
  expect(await heightOf(hintOf(page))).toBeLessThan(64)
  for (const name of ['Got it', 'No more hints']) {
    expect(await heightOf(hintOf(page).getByRole('button', { name }))).toBeGreaterThanOrEqual(44)
  }
}

/** Which of the things that stand over the canvas lie over each other, or reach past the screen. */
function overlaps(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const parts = {
      hint: '[data-testid="hint"]',
      notice: '[data-testid="notice"] > *',
      banner: '[data-tone]:is(p)',
      tools: '[data-testid="toolbar"]',
      look: '[data-testid="look"]',
      zoom: '[role="group"][aria-label="Zoom"]',
      map: '[data-testid="board-map"]',
      mark: '[class*="tl-watermark"]',
      tray: '[data-testid="tray"]',
    }
    const boxes = Object.entries(parts).flatMap(([name, selector]) => {
      const element = document.querySelector(selector)
      const box = element?.getBoundingClientRect()
      return box && box.width > 0 ? [{ name, element, box }] : []
    })
    // On a phone the engine's mark reaches past the edge by itself.
    const beside = boxes.filter(
      ({ name, box }) => name !== 'mark' && (box.left < 0 || box.right > window.innerWidth),
    )
    const over = boxes.flatMap((one, at) =>
      boxes
        .slice(at + 1)
        .filter(
          ({ box, element }) =>
            // What takes room of its own in the tray lies over nothing there.
            element?.contains(one.element) !== true &&
            box.left < one.box.right &&
            box.right > one.box.left &&
            box.top < one.box.bottom &&
            box.bottom > one.box.top,
        )
        .map((other) => `${other.name} over ${one.name}`),
    )
    return [...beside.map(({ name }) => `${name} beside the screen`), ...over]
  })
}
