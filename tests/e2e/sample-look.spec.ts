import { expect, test, type Page } from '@playwright/test'
import { BoardPage } from '../support/pages/board-page'
import { createBoard, openSample } from '../support/pages/people'
import { goToTemplate, lineAt, waitUntilStill } from '../support/pages/template-page'
import { OwnServer } from '../support/servers/own-server'

const server = OwnServer.ofThisFile()

const SIZES = [
  [320, 568],
  [360, 740],
  [390, 844],
  [640, 900],
  [700, 900],
  [820, 1180],
  [1024, 768],
  [1280, 720],
] as const

for (const [width, height] of [
  [1280, 720],
  [1680, 1050],
] as const) {
  test(`the sample board as it is first seen at ${width} x ${height} leaves no word and no card half hidden, and the whole of it stays clear of the tools`, async ({
    browser,
  }) => {
    const fay = await server.visitor(browser, 'Fay', { viewport: { width, height } })
    const { page } = fay
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    await openSample(fay, server.origin, 'Look')
    await expect.poll(() => page.evaluate(() => window.contourProbe?.cards().length)).toBeGreaterThan(11)
    await expect(page.locator('[data-mark]').first()).toBeVisible()
    await expect.poll(() => whatLiesOverEachOther(page)).toEqual([])
    await expect.poll(() => cutReadings(page)).toEqual([])
    await expect.poll(() => wordsAtTheEdge(page)).toEqual([])
    await page.getByRole('button', { name: 'Show the whole board' }).click()
    await expect.poll(() => isAboveTheTools(page)).toBe(true)
    const parts = () => asked.filter((address) => /\/canvas-assets\/(icons|fonts)\//.test(address))
    await expect
      .poll(parts, 'of what it does not show nothing is fetched')
      .toEqual([expect.stringContaining('Shantell_Sans-Informal_Regular')])
  })
}

test('no button over the sample lies under another, from the smallest phone to a laptop', async ({
  browser,
}) => {
  const fay = await server.visitor(browser, 'Fay', { viewport: { width: 1280, height: 720 } })
  const { page } = fay
  await openSample(fay, server.origin, 'Buttons')
  await expect(page.getByRole('button', { name: 'Add a team' })).toBeEnabled()
  for (const [width, height] of SIZES) {
    await page.setViewportSize({ width, height })
    await expect.poll(() => coveredButtons(page), `${width} x ${height}`).toEqual([])
  }
})

test('what a narrow team has to do is said in words where they can be read, and as a number from further away', async ({
  browser,
}) => {
  const fay = await server.visitor(browser, 'Fay', { viewport: { width: 1280, height: 720 } })
  const { page } = fay
  await openSample(fay, server.origin, 'Words')
  await goToTemplate(page, 'Team map')
  const testing = page.locator('.tl-shape[data-shape-type="team"]').filter({ hasText: 'Testing' })
  await expect(testing.locator('text')).toHaveText(['Testing', '1'])
  await page.keyboard.press('Shift+0')
  await expect.poll(() => page.evaluate(() => window.contourProbe?.zoom())).toBe(1)
  await expect(testing.locator('text')).toHaveText(['Testing', '1 initiative', '6 person-', 'weeks'])
})

/** What stands in bars over the board and is hit by something else where one presses near its sides. */
function coveredButtons(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const inset = 3
    const buttons = [...document.querySelectorAll<HTMLElement>('main button')].filter((button) => {
      const { width, height, bottom } = button.getBoundingClientRect()
      return (
        width > 2 * inset &&
        height > 2 * inset &&
        bottom <= innerHeight &&
        !button.closest('li, [class*=watermark]')
      )
    })
    return buttons.flatMap((button) => {
      const { left, right, top, bottom } = button.getBoundingClientRect()
      if (left < 0 || right > innerWidth) return []
      const middle = (top + bottom) / 2
      const hits = [left + inset, right - inset].map((x) => document.elementFromPoint(x, middle))
      return hits.every((hit) => button.contains(hit)) ? [] : [button.ariaLabel ?? button.textContent ?? '']
    })
  })
}

/** Readings that do not stand whole in the row of their card, or without their unit. */
function cutReadings(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const readings = [
      ...document.querySelectorAll<HTMLElement>('.tl-shape[data-shape-type="card"] [data-whole="true"]'),
    ]
    if (readings.length < 12) return [`only ${readings.length} readings are drawn`]
    return readings
      .filter((one) => {
        const row = one.parentElement?.getBoundingClientRect()
        const { right, bottom } = one.getBoundingClientRect()
        const isInside = row !== undefined && right <= row.right + 0.5 && bottom <= row.bottom + 0.5
        const isWhole = isInside && one.scrollWidth <= one.clientWidth
        return !isWhole || !/%|Nothing spent yet/.test(one.textContent)
      })
      .map(({ textContent }) => textContent)
  })
}

/** How much air, px, there is between the two letters of lines that stand nearest to each other. */
function nearestLetters(page: Page): Promise<number> {
  return page.evaluate(() => {
    const letters = [...document.querySelectorAll('[data-shape-type="template-frame"] circle')].map((one) => {
      const { left, top, width } = one.getBoundingClientRect()
      return { x: left + width / 2, y: top + width / 2, r: width / 2 }
    })
    if (letters.length < 12) return -1
    const gaps = letters.flatMap((one, at) =>
      letters.slice(at + 1).map((other) => Math.hypot(one.x - other.x, one.y - other.y) - one.r - other.r),
    )
    return Math.min(...gaps)
  })
}

/** Words of a curve that stand less than a step of the spacing scale from the upper or lower edge of its paper. */
function wordsAtTheEdge(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const LEAST_PX = 4
    const plots = [...document.querySelectorAll('.tl-shape-background[data-shape-type="curve-plot"]')]
    if (plots.length < 6) return [`only ${plots.length} plots are drawn`]
    return plots.flatMap((plot) => {
      const paper = plot.querySelector('rect')?.getBoundingClientRect()
      if (!paper) return ['a plot has no paper']
      return [...plot.querySelectorAll('text')]
        .filter((text) => {
          const { top, bottom } = text.getBoundingClientRect()
          return top - paper.top < LEAST_PX || paper.bottom - bottom < LEAST_PX
        })
        .map((text) => text.textContent)
    })
  })
}

function isAboveTheTools(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const bottoms = [...document.querySelectorAll('.tl-shape[data-shape-type="template-frame"]')].map(
      (frame) => frame.getBoundingClientRect().bottom,
    )
    const tools = document.querySelector('[data-testid="toolbar"]')?.getBoundingClientRect()
    return bottoms.length > 1 && tools !== undefined && Math.max(...bottoms) <= tools.top
  })
}

/** Words of curves on each other, on the words of an axis or under a card, and cards over the titles of others. */
function whatLiesOverEachOther(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const boxesOf = (selector: string) =>
      [...document.querySelectorAll(selector)].map((one) => ({
        says: one.textContent,
        box: one.getBoundingClientRect(),
      }))
    const marks = boxesOf('.tl-shape[data-shape-type="curve-plot"] [data-mark] text')
    const axes = boxesOf('.tl-shape[data-shape-type="curve-plot"] text[transform]')
    const cards = boxesOf('.tl-shape[data-shape-type="card"] .tl-html-container')
    if (cards.length < 12) return [`only ${cards.length} cards are drawn`]
    const areOver = (one: DOMRect, other: DOMRect): boolean =>
      one.left < other.right - 1 &&
      one.right - 1 > other.left &&
      one.top < other.bottom - 3 &&
      one.bottom - 3 > other.top
    const pairs = [
      ...marks.map((one) => ({ one, others: [...marks, ...axes, ...cards] })),
      ...cards.map((one) => ({ one, others: cards })),
    ]
    return pairs.flatMap(({ one, others }) =>
      others
        .filter((other) => other !== one && areOver(one.box, other.box))
        .map((other) => `“${one.says}” and “${other.says}”`),
    )
  })
}

test('in one plot for all curves every letter stands apart, and no line crosses the words of a mark', async ({
  browser,
}) => {
  const fay = await server.visitor(browser, 'Fay', { viewport: { width: 1680, height: 1050 } })
  const { page } = fay
  await createBoard(fay, server.origin, { title: 'Letters', template: 'effort-value-overlay' })
  const board = new BoardPage(page)
  await board.addInitiatives('Faster search')
  await board.dropFromTray('Faster search', await lineAt(page, 'sigmoid', 0.85))
  const words = page.locator('[data-shape-type="template-frame"] [data-mark] text')
  await expect(words.first()).toBeVisible()
  for (const word of await words.all()) {
    const look = await word.evaluate((text) => {
      const { paintOrder, stroke, strokeWidth } = getComputedStyle(text)
      return { isUnder: paintOrder.startsWith('stroke'), stroke, width: parseFloat(strokeWidth) }
    })
    expect(look).toMatchObject({ isUnder: true, width: 4, stroke: 'rgb(255, 255, 255)' })
  }
  await expect.poll(() => nearestLetters(page)).toBeGreaterThan(4)
  for (let step = 0; step < 6; step++) await page.keyboard.press('-')
  await waitUntilStill(page)
  expect(await nearestLetters(page)).toBeGreaterThan(4)
})

test('on a phone the zoom is one button that shows the whole board', async ({ browser }) => {
  const fay = await server.visitor(browser, 'Fay', {
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  })
  const { page } = fay
  await openSample(fay, server.origin, 'Phone')
  const zoom = page.getByRole('group', { name: 'Zoom' })
  await expect(zoom.getByRole('button')).toHaveCount(1)
  const box = await zoom.boundingBox()
  expect(box?.width).toBeLessThanOrEqual(52)
  await zoom.getByRole('button', { name: 'Show the whole board' }).tap()
  await expect.poll(() => isAboveTheTools(page)).toBe(true)
})
