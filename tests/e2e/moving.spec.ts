import { expect, test, type Page } from '@playwright/test'
import { BoardPage } from '../support/pages/board-page'
import { waitUntilSaved } from '../support/pages/people'
import { waitUntilStill } from '../support/pages/template-page'
import { SharedBoard, lookOf, type Seen } from '../support/servers/shared-board'

const board = SharedBoard.ofThisFile()

/** Scrolls over an empty part of the canvas, until the view has moved and rests. */
async function scroll(page: Page, by: { x?: number; y?: number }): Promise<void> {
  await page.mouse.move(900, 640)
  const start = await lookOf(page)
  let last = start
  await page.mouse.wheel(by.x ?? 0, by.y ?? 0)
  const isResting = async (): Promise<boolean> => {
    const [before, now] = [last, await lookOf(page)]
    last = now
    return isSame(now, before) && !isSame(now, start)
  }
  await expect.poll(isResting, { intervals: [400] }).toBe(true)
}

/** The work of a page that is busy while the engine waits for the end of a scroll; done when it has heard of it. */
function keepBusyAfterNextWheel(page: Page): Promise<void> {
  return page.evaluate(
    () =>
      new Promise<void>((done) => {
        const work = (): void => {
          const endMs = performance.now() + 250
          while (performance.now() < endMs);
          setTimeout(() => requestAnimationFrame(() => requestAnimationFrame(() => done())))
        }
        addEventListener('wheel', () => setTimeout(work, 60), { once: true, capture: true })
      }),
  )
}

/** Turns the wheel by 20 px after each of so many ms by the clock, without waiting for them; then lets it be drawn. */
function turnAfterEach(page: Page, spacesMs: readonly number[]): Promise<void> {
  return page.evaluate((spaces) => {
    const canvas = document.querySelector('.tl-canvas')
    const realNow = Date.now
    let nowMs = realNow() + 1_000
    Date.now = () => nowMs
    for (const space of spaces) {
      nowMs += space
      const at = { clientX: 900, clientY: 640, bubbles: true, cancelable: true }
      canvas?.dispatchEvent(new WheelEvent('wheel', { ...at, deltaY: 20 }))
    }
    Date.now = realNow
    return new Promise<void>((drawn) => {
      requestAnimationFrame(() => requestAnimationFrame(() => drawn()))
    })
  }, spacesMs)
}

const isSame = (one: Seen, other: Seen): boolean => one.zoom === other.zoom && farFrom(one, other) === 0

const farFrom = (one: Seen, other: Seen): number => Math.hypot(one.x - other.x, one.y - other.y)

test('whoever follows somebody sees what they see, until they look elsewhere themselves', async ({
  browser,
}) => {
  const ada = await board.arrive(browser, { name: 'Ada', role: 'facilitator' })
  const pat = await board.arrive(browser, {
    name: 'Pat',
    role: 'viewer',
    options: { viewport: { width: 1050, height: 800 } },
  })
  const mark = pat.page.getByTestId('following')
  const follow = () => pat.page.getByRole('button', { name: 'Follow Ada' }).first().click()
  const sameMiddle = async (): Promise<number> => farFrom(await lookOf(ada.page), await lookOf(pat.page))

  await test.step('a press on the face follows, and says so', async () => {
    await follow()
    await expect(mark).toContainText('Following Ada')
    await expect(pat.page.getByTestId('following-frame')).toBeVisible()
    await scroll(ada.page, { x: 300, y: 90 })
    await expect.poll(sameMiddle).toBeLessThan(3)
    const [theirs, mine] = [await lookOf(ada.page), await lookOf(pat.page)]
    expect(mine.zoom, 'a smaller screen shows at least as much').toBeLessThanOrEqual(theirs.zoom)
  })

  await test.step('folding the tray is no wish to look elsewhere', async () => {
    await pat.page.getByRole('button', { name: 'Fold this list' }).click()
    await expect.poll(sameMiddle).toBeLessThan(3)
    await expect(mark).toBeVisible()
  })

  await test.step('a pan of my own ends it', async () => {
    await scroll(pat.page, { x: 240 })
    await expect(mark).toHaveCount(0)
    const before = await lookOf(pat.page)
    await scroll(ada.page, { x: -500 })
    await waitUntilSaved(ada.page)
    expect(farFrom(await lookOf(pat.page), before)).toBeLessThan(3)
  })

  await test.step('so do a zoom, Escape and the button', async () => {
    const ends: readonly (() => Promise<void>)[] = [
      () => pat.page.getByRole('button', { name: 'Zoom in' }).click(),
      () => pat.page.keyboard.press('Escape'),
      () => mark.getByRole('button', { name: 'Stop' }).click(),
    ]
    for (const end of ends) {
      await follow()
      await expect(mark).toBeVisible()
      await expect.poll(sameMiddle).toBeLessThan(3)
      await end()
      await expect(mark).toHaveCount(0)
    }
  })

  await test.step('two who follow each other stand still', async () => {
    await follow()
    await ada.page.getByRole('button', { name: 'Follow Pat' }).first().click()
    await expect(ada.page.getByTestId('following')).toBeVisible()
    await expect.poll(sameMiddle).toBeLessThan(3)
    await waitUntilStill(pat.page)
    const before = await lookOf(pat.page)
    await pat.page.evaluate(async () => {
      for (let frame = 0; frame < 60; frame++) await new Promise((next) => requestAnimationFrame(next))
    })
    expect(await lookOf(pat.page)).toEqual(before)
    await ada.page.keyboard.press('Escape')
  })

  await test.step('when they leave, it ends with words', async () => {
    await expect(mark).toBeVisible()
    await ada.page.goto('about:blank')
    await expect(pat.page.getByTestId('notice')).toContainText('Ada has left')
    await expect(mark).toHaveCount(0)
  })
})

test('what is typed behind an Enter in the search writes over nothing', async ({ browser }) => {
  const { page } = await board.arrive(browser, { name: 'Fin', role: 'participant' })
  const seen = new BoardPage(page)
  const card = await seen.card('Memory QoS')
  const at = await seen.toClient({ x: card.x + 60, y: card.y + 12 })
  await page.mouse.click(at.x, at.y)
  await page.keyboard.press('Control+f')
  await page.keyboard.type('gang')
  await page.keyboard.press('Enter')
  await expect(page.locator('.tl-container')).toBeFocused()
  const found = await seen.card('Gang Scheduling')
  await expect.poll(() => page.evaluate(() => window.contourProbe?.selected())).toEqual([found.id])
  expect(await page.evaluate(() => window.contourProbe?.toolPath())).toBe('select.idle')
})

test('a search finds a card by its words or its key and shows it, on the canvas or in the tray', async ({
  browser,
}) => {
  const { page } = await board.arrive(browser, { name: 'Kim', role: 'participant' })
  const search = page.getByTestId('search')

  await page.keyboard.press('Control+f')
  await page.keyboard.type('sched gang')
  await expect(search.getByRole('option')).toHaveCount(1)
  await expect(search.getByRole('option')).toContainText('Gang Scheduling')
  // Looked for with every picture: it is gone within a second.
  const pulsed = page.waitForFunction(() => document.querySelector('[data-testid="pulse"]') !== null)
  await page.keyboard.press('Enter')
  await pulsed
  await expect(search).toHaveCount(0)
  const card = await new BoardPage(page).card('Gang Scheduling')
  expect(await page.evaluate(() => window.contourProbe?.selected())).toEqual([card.id])
  await expect.poll(async () => (await lookOf(page)).zoom, 'near enough to read').toBeGreaterThanOrEqual(0.6)
  await expect(page.getByTestId('pulse'), 'it pulses once').toHaveCount(0)

  await page.getByRole('button', { name: 'Fold this list' }).click()
  await page.getByRole('button', { name: 'Find a card or team' }).click()
  await page.keyboard.type('kep')
  await expect.poll(() => search.getByRole('option').count()).toBeGreaterThan(3)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  const chosen = search.getByRole('option', { selected: true })
  await expect(chosen).toContainText('not placed yet')
  const title = (await chosen.locator('span').first().textContent()) ?? ''
  await page.keyboard.press('Enter')
  await expect(new BoardPage(page).trayCard(title)).toBeFocused()

  await page.keyboard.press('/')
  await page.keyboard.type('nothing says this')
  await expect(search.getByRole('status')).toContainText(
    'No title, key, owner or team matches “nothing says this”',
  )
  await search.getByRole('button', { name: 'Add “nothing says this” to the cards to place' }).click()
  await expect(search).toHaveCount(0)
  await expect(new BoardPage(page).trayCard('nothing says this')).toBeFocused()
})

test('whoever is lost finds back to the board, by a button or by the map', async ({ browser }) => {
  const { page } = await board.arrive(browser, { name: 'Lou', role: 'viewer' })
  const back = page.getByRole('button', { name: 'Back to the board' })
  await expect(back).toHaveCount(0)
  await waitUntilStill(page)
  const before = await lookOf(page)
  await page.getByRole('button', { name: 'Settings' }).click()
  await page.getByRole('menuitemradio', { name: 'Scrolling moves the view' }).click()
  await scroll(page, { x: 9_000 })
  await back.click()
  await expect(back).toHaveCount(0)
  await expect.poll(async () => farFrom(await lookOf(page), before)).toBeLessThan(3)

  await page.getByRole('button', { name: 'Map of the board' }).click()
  const map = page.getByRole('img', { name: 'Map of the board' })
  await scroll(page, { x: 9_000 })
  await expect(back).toBeVisible()
  await map.click()
  await expect(back).toHaveCount(0)
  await page.reload()
  await expect(map, 'the map stays open in this browser').toBeVisible()
})

test('the wheel does what the settings say, also after a reload', async ({ browser }) => {
  const { page } = await board.arrive(browser, { name: 'Kim', role: 'participant' })
  const choose = async (name: string): Promise<void> => {
    await page.getByRole('button', { name: 'Settings' }).click()
    await page.getByRole('menuitemradio', { name }).click()
  }
  await choose('Scrolling moves the view')
  const before = await lookOf(page)
  await scroll(page, { y: 100 })
  await expect.poll(async () => (await lookOf(page)).y).toBeGreaterThan(before.y + 50)
  expect((await lookOf(page)).zoom).toBe(before.zoom)

  await test.step('and once only, also on a page that is busy', async () => {
    const start = await lookOf(page)
    const busy = keepBusyAfterNextWheel(page)
    await page.mouse.wheel(0, 200)
    await busy
    const movedPx = ((await lookOf(page)).y - start.y) * start.zoom
    expect(Math.abs(movedPx - 200)).toBeLessThan(3)
  })

  await test.step('and each turn, however long after another it comes', async () => {
    const start = await lookOf(page)
    await turnAfterEach(page, [90, 125, 140, 155, 170, 140])
    const movedPx = ((await lookOf(page)).y - start.y) * start.zoom
    expect(Math.abs(movedPx - 6 * 20)).toBeLessThan(3)
  })

  await choose('The wheel zooms')
  await page.reload()
  await new BoardPage(page).card('Memory QoS')
  await waitUntilStill(page)
  const near = (await lookOf(page)).zoom
  await scroll(page, { y: -7 })
  await expect.poll(async () => (await lookOf(page)).zoom).toBeGreaterThan(near)
})

test('a view that fits the board fits it again in another window, unless somebody has moved it since', async ({
  browser,
}) => {
  const { page } = await board.arrive(browser, { name: 'Ray', role: 'participant' })
  const right = async (): Promise<number> => {
    const plots = await page.evaluate(() => window.contourProbe?.plots() ?? [])
    const far = Math.max(...plots.map(({ x, w }) => x + w))
    return (await new BoardPage(page).toClient({ x: far, y: 0 })).x
  }
  await waitUntilStill(page)
  const wide = await lookOf(page)
  const tall = async (): Promise<boolean> => {
    const [frame] = await page.evaluate(() => window.contourProbe?.frames() ?? [])
    if (!frame) return false
    const { x, y, zoom } = await lookOf(page)
    const isMiddle = Math.hypot(x - frame.x - frame.w / 2, y - frame.y - frame.h / 2) < 3
    return isMiddle && zoom > wide.zoom
  }
  await page.setViewportSize({ width: 1600, height: 1000 })
  await expect.poll(tall, 'in the middle, and nearer').toBe(true)
  await page.setViewportSize({ width: 1280, height: 720 })
  await expect.poll(async () => (await lookOf(page)).zoom).toBeCloseTo(wide.zoom)
  await expect.poll(right).toBeGreaterThan(1200)

  await page.setViewportSize({ width: 1200, height: 720 })
  await expect.poll(right).toBeLessThanOrEqual(1200)

  await page.setViewportSize({ width: 1280, height: 720 })
  await expect.poll(async () => (await lookOf(page)).zoom).toBeCloseTo(wide.zoom)

  await page.getByRole('button', { name: 'Zoom in' }).click()
  await expect.poll(async () => (await lookOf(page)).zoom).toBeGreaterThan(wide.zoom)
  await waitUntilStill(page)
  const own = (await lookOf(page)).zoom
  await page.setViewportSize({ width: 1200, height: 720 })
  await expect.poll(async () => (await page.locator('.tl-container').boundingBox())?.width).toBeLessThan(1000)
  expect((await lookOf(page)).zoom).toBe(own)
})

test('a keyboard that comes over a tablet leaves the view as it is, and turning it does not', async ({
  browser,
}) => {
  const options = { viewport: { width: 820, height: 1180 }, hasTouch: true, isMobile: true }
  const { page } = await board.arrive(browser, { name: 'Tess', role: 'participant', options })
  const heightOf = async () => (await page.locator('.tl-container').boundingBox())?.height
  await waitUntilStill(page)
  const before = await lookOf(page)
  await page.getByRole('button', { name: /^To place/ }).tap()
  await page.getByPlaceholder('Add one, or paste a list').tap()
  await page.setViewportSize({ width: 820, height: 600 })
  await expect.poll(heightOf).toBeLessThan(600)
  expect((await lookOf(page)).zoom).toBe(before.zoom)
  await page.setViewportSize({ width: 1180, height: 820 })
  await expect.poll(async () => (await lookOf(page)).zoom).not.toBe(before.zoom)
})
