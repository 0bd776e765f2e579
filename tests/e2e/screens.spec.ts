import { expect, test, type Browser, type Page } from '@playwright/test'
import { BoardPage } from '../support/board-page'
import { startContourServer, type ContourServer } from '../support/contour-server'
import { createBoard, openBrowserOf, readLinks, waitUntilSaved } from '../support/people'
import { PORTFOLIO_24 } from '../support/portfolio'

const FOLDER = 'test-results/screens'
const SCREENS = [
  { name: 'laptop', viewport: { width: 1280, height: 720 }, hasTouch: false },
  { name: 'tablet', viewport: { width: 820, height: 1180 }, hasTouch: true },
] as const
const LEAST_TARGET_PX = 44

let server: ContourServer
let boardPath: string
let joinPath: string
let facilitator: Awaited<ReturnType<Awaited<ReturnType<Browser['newContext']>>['storageState']>>

test.beforeAll(async ({ browser }) => {
  test.setTimeout(120_000)
  server = await startContourServer()
  const fay = await openBrowserOf(browser, 'Fay')
  boardPath = await createBoard(
    fay,
    server.origin,
    'Grundlagenverbesserungsmaßnahmen für das nächste Halbjahr',
  )
  joinPath = (await readLinks(fay)).participant
  const board = new BoardPage(fay.page)
  await board.importCsv('portfolio.csv', PORTFOLIO_24)
  await board.dropFromTray('Memory QoS', await board.pointOnPlot('linear', { x: 0.5, y: 0.5 }))
  await board.dropFromTray('Gang Scheduling', await board.pointOnPlot('quick-taper', { x: 0.3, y: 0.4 }))
  await waitUntilSaved(fay.page)
  facilitator = await fay.context.storageState()
  await fay.context.close()
})
test.afterAll(() => server.stop())

for (const { name, viewport, hasTouch } of SCREENS) {
  for (const colorScheme of ['light', 'dark'] as const) {
    const options = { viewport, hasTouch, isMobile: hasTouch, colorScheme }

    test(`home and join fit a ${name} in ${colorScheme}`, async ({ browser }) => {
      const guest = await openBrowserOf(browser, 'Pat', options)
      await guest.page.goto(server.origin)
      await expect(guest.page.getByRole('button', { name: 'Create the board' })).toBeVisible()
      await lookAt(guest.page, `home-${name}-${colorScheme}`)
      await guest.page.goto(server.origin + joinPath)
      await expect(guest.page.getByRole('button', { name: 'Join the board' })).toBeVisible()
      await lookAt(guest.page, `join-${name}-${colorScheme}`)
      expect(guest.complaints).toEqual([])
      await guest.context.close()
    })

    test(`the board fits a ${name} in ${colorScheme} and nothing covers its mark`, async ({ browser }) => {
      const fay = await openBrowserOf(browser, 'Fay', { ...options, storageState: facilitator })
      await fay.page.goto(server.origin + boardPath)
      await waitUntilSaved(fay.page)
      await new BoardPage(fay.page).card('Memory QoS')
      await lookAt(fay.page, `board-${name}-${colorScheme}`)
      expect(await whatCoversTheMark(fay.page)).toEqual([])
      await showDetails(fay.page, 'Memory QoS', hasTouch)
      await lookAt(fay.page, `details-${name}-${colorScheme}`)
      expect(await whatCoversTheMark(fay.page)).toEqual([])
      await fay.page.getByRole('button', { name: 'Close the details' }).click()
      // The tray is open on a laptop and folded on a tablet; the other way round it keeps clear of the mark too.
      await fay.page.getByRole('button', { name: hasTouch ? /^To place/ : 'Fold the tray' }).click()
      await expect(fay.page.getByTestId('tray')).toBeVisible({ visible: hasTouch })
      expect(await whatCoversTheMark(fay.page)).toEqual([])
      expect(await whatDoesNotFit(fay.page, LEAST_TARGET_PX)).toEqual([])
      await fay.page.getByRole('button', { name: 'Share' }).click()
      await expect(fay.page.getByRole('textbox', { name: 'viewer link' })).toBeVisible()
      await lookAt(fay.page, `share-${name}-${colorScheme}`)
      expect(await whatCoversTheMark(fay.page)).toEqual([])
      expect(fay.complaints).toEqual([])
      await fay.context.close()
    })
  }
}

async function showDetails(page: Page, title: string, hasTouch: boolean): Promise<void> {
  const board = new BoardPage(page)
  // A tablet starts where cards can be read, not where all of them are.
  await page.getByRole('button', { name: 'Show the whole board' }).click()
  const card = await board.card(title)
  const at = await board.toClient({ x: card.x + 60, y: card.y + 30 })
  await (hasTouch ? page.touchscreen.tap(at.x, at.y) : page.mouse.click(at.x, at.y))
  await page.getByRole('button', { name: 'Details', exact: true }).click()
  await expect(page.getByTestId('inspector').getByTestId('last-change')).toBeVisible()
}

async function lookAt(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: `${FOLDER}/${name}.png`, animations: 'disabled' })
  expect(await whatDoesNotFit(page, LEAST_TARGET_PX)).toEqual([])
}

/** Every control that is cut off, beside the screen or, under a finger, too small; and a page wider than its window. */
function whatDoesNotFit(page: Page, leastPx: number): Promise<string[]> {
  return page.evaluate((least) => {
    const isCoarse = window.matchMedia('(pointer: coarse)').matches
    const { scrollWidth } = document.documentElement
    const problems = scrollWidth > window.innerWidth ? [`the page is ${scrollWidth} px wide`] : []
    for (const control of document.querySelectorAll<HTMLElement>('button, a[href], input, textarea')) {
      const box = control.getBoundingClientRect()
      const isHidden = box.width < 2 || getComputedStyle(control).visibility === 'hidden'
      // The engine's way past its canvas lies beside the screen until the keyboard reaches it.
      if (isHidden || control.closest('.tl-canvas, .tl-skip-to-main-content')) continue
      const said = control.getAttribute('aria-label') ?? control.textContent
      const isField = control.matches('input, textarea')
      // A card in the tray ends a long title with an ellipsis on purpose.
      const isCut = control.scrollWidth > control.clientWidth + 1 && !isField && !control.closest('li')
      if (isCut) problems.push(`“${said}” is cut off`)
      if (box.left < -1 || box.right > window.innerWidth + 1) problems.push(`“${said}” is beside the screen`)
      const isMark = control.closest('[class*="tl-watermark"]') !== null
      const isSmall = Math.min(box.width, box.height) < least - 0.5
      if (isCoarse && isSmall && !isMark) problems.push(`“${said}” is ${box.width} x ${box.height} px`)
    }
    return problems
  }, leastPx)
}

/** What lies over the middle or a corner of the watermark; a mark that is not to be seen counts too. */
function whatCoversTheMark(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const mark = document.querySelector('[class*="tl-watermark"]')
    if (!mark) return ['there is no mark']
    const { left, right, top, bottom } = mark.getBoundingClientRect()
    if (right - left < 8 || bottom - top < 8 || right > window.innerWidth || bottom > window.innerHeight) {
      return ['the mark is not on the screen']
    }
    const points = [left + 2, (left + right) / 2, right - 2].flatMap((x) =>
      [top + 2, (top + bottom) / 2, bottom - 2].map((y) => [x, y] as const),
    )
    return points.flatMap(([x, y]) => {
      const seen = document.elementFromPoint(x, y)
      return seen && mark.contains(seen) ? [] : [`${seen?.tagName ?? 'nothing'} at ${x}, ${y}`]
    })
  })
}
