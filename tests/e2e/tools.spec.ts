import { expect, test, type Page } from '@playwright/test'
import { stillBox } from '../support/pages/still-box'
import { waitUntilStill } from '../support/pages/template-page'
import { SharedBoard, lookOf } from '../support/servers/shared-board'

const board = SharedBoard.ofThisFile()

test('a facilitator chooses a tool behind the bar, and what it draws gets a colour and a size', async ({
  browser,
}) => {
  const { page } = await board.arrive(browser, { name: 'Fay', role: 'facilitator' })
  await page.getByRole('button', { name: 'More tools' }).click()
  await page.getByRole('menuitem', { name: 'Rectangle' }).click()
  const look = page.getByTestId('look')
  await look.getByRole('button', { name: 'Green' }).click()
  await look.getByRole('button', { name: 'Large' }).click()
  await page.mouse.move(400, 90)
  await page.mouse.down()
  await page.mouse.move(470, 120, { steps: 4 })
  await page.mouse.up()
  await expect(look.getByRole('button', { name: 'Green', pressed: true })).toBeVisible()
  await expect
    .poll(() => page.evaluate(() => window.contourProbe?.freeShapes().map(({ type }) => type)))
    .toEqual(['geo'])
  await look.getByRole('button', { name: 'Red' }).click()
  await expect(look.getByRole('button', { name: 'Red', pressed: true })).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(look.getByRole('button', { name: 'Green', pressed: true }), 'one step back').toBeVisible()
  await page.locator('.tl-container').focus()
  await page.keyboard.press('Delete')
  await expect.poll(() => page.evaluate(() => window.contourProbe?.freeShapes().length)).toBe(0)
})

test('a note is offered paper, and the pressed colour is the one it has', async ({ browser }) => {
  const { page } = await board.arrive(browser, { name: 'Nan', role: 'participant' })
  const look = page.getByTestId('look')
  const pressed = look.getByRole('group', { name: 'Colour' }).getByRole('button', { pressed: true })
  const paperOf = (of: 'note' | 'swatch') =>
    page.evaluate((which) => {
      const elements = document.querySelectorAll(
        which === 'note'
          ? '.tl-shape[data-shape-type="note"] .tl-note__container'
          : '[aria-label="Colour"] [aria-pressed="true"] > span',
      )
      return [...elements].map((one) => getComputedStyle(one).backgroundColor)
    }, of)
  await page.getByTestId('toolbar').getByRole('button', { name: 'Note' }).click()
  await expect(pressed).toHaveAccessibleName('Yellow')
  await page.mouse.click(560, 110)
  await expect(page.locator('.tl-shape[data-shape-type="note"]')).toBeVisible()
  await page.keyboard.press('Escape')
  for (const name of ['Yellow', 'Green', 'Orange']) {
    await look.getByRole('button', { name }).click()
    await expect(pressed).toHaveAccessibleName(name)
    await expect.poll(() => paperOf('note')).toEqual(await paperOf('swatch'))
  }
  await page.locator('.tl-container').focus()
  await page.keyboard.press('Delete')
  await expect(page.locator('.tl-shape[data-shape-type="note"]')).toHaveCount(0)
  await page.getByTestId('toolbar').getByRole('button', { name: 'Draw' }).click()
  await expect(look.getByRole('button', { name: 'Orange' })).toHaveCount(0)
})

test('a note can be read where it is written, beside another it is as large, and its paper is no ink', async ({
  browser,
}) => {
  const tablet = { viewport: { width: 820, height: 1180 } }
  const { page } = await board.arrive(browser, { name: 'Leo', role: 'participant', options: tablet })
  const tool = (name: string) => page.getByTestId('toolbar').getByRole('button', { name })
  const notes = page.locator('.tl-shape[data-shape-type="note"]')
  const widths = () =>
    notes.evaluateAll((all) => all.map((note) => Math.round(note.getBoundingClientRect().width)))
  const zoom = () => page.evaluate(() => window.contourProbe?.zoom() ?? NaN)

  await page.keyboard.press('Shift+1')
  await expect.poll(zoom).toBeLessThan(0.6)
  await waitUntilStill(page)
  await tool('Note').click()
  await page.getByTestId('look').getByRole('button', { name: 'Green' }).click()
  await page.mouse.click(300, 880)
  await page.keyboard.type('Read me')
  const lineHeight = () =>
    notes.evaluate((note) => [...note.querySelectorAll('p')].at(-1)?.getBoundingClientRect().height)
  await expect.poll(lineHeight, 'a line of twelve px letters').toBeGreaterThan(14)
  await page.keyboard.press('Escape')
  await waitUntilStill(page)
  const [first = 0] = await widths()

  await page.getByRole('button', { name: 'Zoom in' }).click()
  await page.getByRole('button', { name: 'Zoom in' }).click()
  await expect.poll(async () => (await widths())[0] ?? 0).toBeGreaterThan(1.4 * first)
  await waitUntilStill(page)
  const { x, y, width, height } = await stillBox(notes)
  await tool('Note').click()
  await page.mouse.click(x + width * 1.7, y + height / 2)
  await page.keyboard.press('Escape')
  await expect(notes).toHaveCount(2)
  await expect.poll(async () => new Set(await widths()).size).toBe(1)

  await tool('Draw').click()
  await expect(
    page.getByTestId('look').getByRole('group', { name: 'Colour' }).getByRole('button', { pressed: true }),
  ).toHaveAccessibleName('Ink')
  await tool('Note').click()
  await expect(
    page.getByTestId('look').getByRole('group', { name: 'Colour' }).getByRole('button', { pressed: true }),
  ).toHaveAccessibleName('Green')
})

test('a tooltip shows under a hand and when the keyboard comes by, not when a menu gives the focus back', async ({
  browser,
}) => {
  const { page } = await board.arrive(browser, { name: 'Tom', role: 'facilitator' })
  const [more, note] = [
    page.getByRole('button', { name: 'More tools' }),
    page.getByTestId('toolbar').getByRole('button', { name: 'Note' }),
  ]
  const tooltip = page.getByRole('tooltip')
  const isQuiet = async () => {
    await expect(more).toBeFocused()
    await twoPictures(page)
    await expect(tooltip).toHaveCount(0)
  }

  await test.step('a menu closed by Escape, and one closed by a press beside it', async () => {
    await more.click()
    await expect(page.getByRole('menu')).toBeVisible()
    await page.keyboard.press('Escape')
    await page.mouse.move(600, 300)
    await isQuiet()
    await more.click()
    await expect(page.getByRole('menu')).toBeVisible()
    await page.mouse.click(600, 90)
    await expect(page.getByRole('menu')).toHaveCount(0)
    await page.mouse.move(640, 300)
    await twoPictures(page)
    await expect(tooltip).toHaveCount(0)
  })

  await test.step('the keyboard on its way, until Escape', async () => {
    await more.focus()
    await page.keyboard.press('Shift+Tab')
    await expect(tooltip).toHaveCount(1)
    await page.keyboard.press('Tab')
    await expect(tooltip).toHaveText(['More tools'])
    await page.keyboard.press('Escape')
    await expect(tooltip).toHaveCount(0)
    await expect(more).toBeFocused()
  })

  await test.step('a hand that rests', async () => {
    await note.hover()
    await expect(tooltip).toContainText('Note')
  })
})

test('who has fingers alone is told nothing of keys', async ({ browser }) => {
  const options = { viewport: { width: 820, height: 1180 }, hasTouch: true, isMobile: true }
  const { page } = await board.arrive(browser, { name: 'Fin', role: 'facilitator', options })
  await page.getByRole('button', { name: 'More tools' }).tap()
  await expect(page.getByRole('menuitem').first()).toHaveText('Text')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Settings' }).tap()
  await expect(page.getByRole('menuitemradio', { name: 'Dark' })).toBeVisible()
  await expect(page.getByText(/shortcuts/)).toHaveCount(0)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Find a card or team' }).tap()
  await page.getByRole('combobox', { name: 'Find a card or team' }).fill('gang')
  await expect(page.getByTestId('search')).toContainText('Press one to see it on the board')
})

test('two fingers move the view and zoom it, and every target is large enough for one', async ({
  browser,
}) => {
  const tablet = { viewport: { width: 820, height: 1180 }, hasTouch: true, isMobile: true }
  const { page, context } = await board.arrive(browser, { name: 'Tab', role: 'facilitator', options: tablet })
  const session = await context.newCDPSession(page)
  const touch = async (
    type: 'touchStart' | 'touchMove' | 'touchEnd',
    points: readonly (readonly [number, number])[],
  ) => {
    await session.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: points.map(([x, y], id) => ({ x, y, id })),
    })
  }
  await waitUntilStill(page)
  const before = await lookOf(page)
  await touch('touchStart', [
    [300, 700],
    [400, 700],
  ])
  for (let at = 1; at <= 10; at++)
    await touch('touchMove', [
      [300 + 10 * at, 700],
      [400 + 10 * at, 700],
    ])
  await touch('touchEnd', [])
  await expect.poll(async () => (await lookOf(page)).x).toBeLessThan(before.x - 50)
  expect(await lookOf(page).then(({ zoom }) => zoom)).toBe(before.zoom)

  await touch('touchStart', [
    [350, 700],
    [450, 700],
  ])
  for (let at = 1; at <= 10; at++)
    await touch('touchMove', [
      [350 - 10 * at, 700],
      [450 + 10 * at, 700],
    ])
  await touch('touchEnd', [])
  await expect.poll(async () => (await lookOf(page)).zoom).toBeGreaterThan(before.zoom * 1.5)

  await page.getByTestId('toolbar').getByRole('button', { name: 'Note' }).tap()
  await expect(page.getByTestId('look')).toBeVisible()
  for (const part of ['toolbar', 'look']) {
    for (const button of await page.getByTestId(part).getByRole('button').all()) {
      const box = await button.boundingBox()
      expect(
        Math.min(box?.width ?? 0, box?.height ?? 0),
        (await button.getAttribute('aria-label')) ?? part,
      ).toBeGreaterThanOrEqual(44)
    }
  }
})

/** Waits until the page was drawn twice more. */
function twoPictures(page: Page): Promise<void> {
  return page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve()))),
  )
}
