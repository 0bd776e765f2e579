import { expect, test, type Page } from '@playwright/test'
import type { Point } from '@/lib/geometry/point'
import { findAxeFaults } from '../support/pages/axe'
import { BoardPage } from '../support/pages/board-page'
import { stillBox } from '../support/pages/still-box'
import { whatCoversTheMark } from '../support/screens/faults/what-covers-the-mark'
import { SharedBoard } from '../support/servers/shared-board'

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }

const board = SharedBoard.ofThisFile()

test('a right click on a card of the list opens its menu at the hand', async ({ browser }) => {
  const { page } = await board.arrive(browser, { name: 'Ray', role: 'participant' })
  const canvas = new BoardPage(page)
  await canvas.addInitiatives('Clicked', 'Left alone')
  const menu = page.getByRole('menu')

  await test.step('it offers what the button of the card does, and hangs where it was asked for', async () => {
    const at = await rightClick(canvas, 'Clicked')
    await expect(menu).toHaveAccessibleName('What to do with Clicked')
    const names = await page.getByRole('menuitem').allInnerTexts()
    expect(names[0]).toMatch(/^Details/)
    expect(names.slice(-2).map((name) => name.split('\n')[0])).toEqual(['Rename', 'Delete'])
    await expect(page.getByText('Place on…')).toBeVisible()
    expect(Math.abs((await stillBox(menu)).x - at.x)).toBeLessThan(10)
    expect(await findAxeFaults(page)).toEqual([])
  })

  await test.step('another card asked for meanwhile has the only menu, which stays', async () => {
    await rightClick(canvas, 'Left alone')
    await expect(menu).toHaveCount(1)
    await expect(menu).toHaveAccessibleName('What to do with Left alone')
    await page.keyboard.press('ArrowDown')
    await expect(page.getByRole('menuitem', { name: 'Details' })).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(canvas.trayCard('Left alone')).toBeFocused()
  })

  await test.step('who ends a title with a press elsewhere has the keyboard there', async () => {
    await canvas.trayCard('Clicked').dblclick()
    await expect(page.getByLabel('Title')).toBeFocused()
    await page.keyboard.press('End')
    await page.keyboard.type(' twice')
    const free = await page.getByTestId('canvas-area').boundingBox()
    await page.mouse.click((free?.x ?? 0) + (free?.width ?? 0) / 2, (free?.y ?? 0) + 90)
    await expect(canvas.trayCard('Clicked twice')).toBeVisible()
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))))
    await expect(page.locator('.tl-container')).toBeFocused()
  })

  await test.step('its entries do what they say', async () => {
    await rightClick(canvas, 'Clicked')
    await page.getByRole('menuitem', { name: 'Details' }).click()
    await expect(page.getByTestId('inspector').getByLabel('Title')).toHaveValue('Clicked twice')
    await expect(page.getByTestId('inspector')).toBeFocused()
    await page.keyboard.press('Escape')
    await rightClick(canvas, 'Clicked')
    await page.getByRole('menuitem', { name: 'Rename' }).click()
    await expect(page.getByLabel('Title')).toBeFocused()
    await page.keyboard.press('Escape')
    await rightClick(canvas, 'Left alone')
    await page.getByRole('menuitem', { name: 'Delete' }).click()
    await expect(canvas.trayCard('Left alone')).toHaveCount(0)
    await rightClick(canvas, 'Clicked')
    await page.getByRole('menuitem', { name: 'Steady' }).click()
    await page.getByRole('menuitem', { name: 'In the middle' }).click()
    await expect.poll(async () => (await canvas.card('Clicked twice')).position).toBeCloseTo(0.5)
  })
})

test('the keys that open a menu open that of the card that has the keyboard', async ({ browser }) => {
  const { page } = await board.arrive(browser, { name: 'Kay', role: 'participant' })
  const canvas = new BoardPage(page)
  await canvas.addInitiatives('By keys')
  const card = canvas.trayCard('By keys')
  for (const key of ['Shift+F10', 'ContextMenu']) {
    await card.focus()
    await page.keyboard.press(key)
    await expect(page.getByRole('menuitem', { name: 'Details' })).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(card).toBeFocused()
  }
})

test('whoever places the last card of the list by key goes on at its heading', async ({ browser }) => {
  const { page } = await board.arrive(browser, { name: 'Lea', role: 'participant' })
  const canvas = new BoardPage(page)
  // So many that the list can be filtered.
  await canvas.addInitiatives(...Array.from({ length: 9 }, (_, at) => `Lasting ${at}`))
  await page.getByLabel('Filter this list').fill('Lasting 8')
  await expect(canvas.trayCard('Lasting 7')).toHaveCount(0)
  await canvas.trayCard('Lasting 8').press('Enter')
  await expect(page.getByRole('menuitem', { name: 'Details' })).toBeFocused()
  await page.keyboard.type('Steady')
  await expect(page.getByRole('menuitem', { name: 'Steady' })).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('menuitem', { name: 'At the start' })).toBeFocused()
  await page.keyboard.press('Enter')
  await canvas.card('Lasting 8')
  await expect(page.getByRole('heading', { name: /^To place/ })).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'Import initiatives' })).toBeFocused()
})

test('a viewer is offered the details of a card of the list, and nothing that changes it', async ({
  browser,
}) => {
  const { page } = await board.arrive(browser, { name: 'Vic', role: 'viewer' })
  const canvas = new BoardPage(page)
  const tray = page.getByRole('region', { name: 'Initiatives not placed yet' })
  await expect(tray.getByRole('heading')).toHaveText(/^Not placed yet/)
  await rightClick(canvas, 'Cluster Trust Bundles')
  await expect(page.getByRole('menuitem')).toHaveText(['Details'])
  await page.keyboard.press('Escape')
  await expect(canvas.trayCard('Cluster Trust Bundles')).toBeFocused()
  await page.keyboard.press('Shift+F10')
  await expect(page.getByRole('menuitem', { name: 'Details' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('inspector')).toBeVisible()
})

test('a finger that rests on a card opens its menu, and does not when it drags or scrolls', async ({
  browser,
}) => {
  const { page } = await board.arrive(browser, { name: 'Pho', role: 'participant', options: PHONE })
  const canvas = new BoardPage(page)
  await canvas.addInitiatives('Pressed')
  const card = canvas.trayCard('Pressed')
  await card.scrollIntoViewIfNeeded()
  const touch = await fingerOn(page)
  const menu = page.getByRole('menu')

  await test.step('lifted, it leaves the menu open', async () => {
    const at = await middleOf(canvas, 'Pressed')
    await touch('touchStart', at)
    await expect(menu).toBeVisible()
    await touch('touchEnd')
    await menu.getByRole('menuitem', { name: 'Details' }).tap()
    await expect(page.getByTestId('inspector')).toBeVisible()
    await page.getByRole('button', { name: 'Close the details' }).tap()
    await expect(page.getByTestId('inspector')).toHaveCount(0)
  })

  await test.step('along the list it scrolls', async () => {
    const at = await middleOf(canvas, 'Pressed')
    const left = () => page.getByRole('list', { name: 'Cards to place' }).evaluate((list) => list.scrollLeft)
    const before = await left()
    await touch('touchStart', at)
    for (let step = 1; step <= 10; step++) await touch('touchMove', { x: at.x + step * 16, y: at.y })
    await expect.poll(left).not.toBe(before)
    await touch('touchEnd')
    await expect(menu).toHaveCount(0)
  })

  await test.step('pulled up after a rest, it takes the card along and the menu goes', async () => {
    await card.scrollIntoViewIfNeeded()
    const at = await middleOf(canvas, 'Pressed')
    const to = await canvas.pointOnPlot('sigmoid', { x: 0.5, y: 0.5 })
    await touch('touchStart', at)
    await expect(menu).toBeVisible()
    for (let step = 1; step <= 10; step++)
      await touch('touchMove', {
        x: at.x + ((to.x - at.x) * step) / 10,
        y: at.y + ((to.y - at.y) * step) / 10,
      })
    await expect(menu).toHaveCount(0)
    await touch('touchEnd')
    await canvas.card('Pressed')
  })
})

test('on a phone a menu of the bar shows all its entries also while details take most of the page', async ({
  browser,
}) => {
  const { page } = await board.arrive(browser, { name: 'Moe', role: 'facilitator', options: PHONE })
  const canvas = new BoardPage(page)
  await canvas.trayCard('Cluster Trust Bundles').tap()
  await page.getByRole('menuitem', { name: 'Details' }).tap()
  await expect(page.getByTestId('inspector')).toBeVisible()
  await page.getByRole('button', { name: 'More', exact: true }).tap()
  const entries = page.getByRole('menu').getByRole('menuitem')
  await expect(entries.first()).toBeInViewport({ ratio: 1 })
  await expect(entries.last()).toBeInViewport({ ratio: 1 })
  await expect.poll(() => whatCoversTheMark(page)).toEqual([])
})

test('on a phone what unfolds in the menu of a card leaves what was pressed under the finger', async ({
  browser,
}) => {
  const { page } = await board.arrive(browser, { name: 'Una', role: 'participant', options: PHONE })
  const canvas = new BoardPage(page)
  await canvas.trayCard('Cluster Trust Bundles').tap()
  const entry = page.getByRole('menuitem', { name: 'Steady' })
  const topOf = async () => (await entry.boundingBox())?.y ?? NaN
  const { y: before } = await stillBox(entry)
  const place = page.getByRole('menuitem', { name: 'In the middle' })

  await test.step('unfolded, and folded again', async () => {
    await entry.tap()
    await expect(place).toBeInViewport({ ratio: 1 })
    await expect.poll(topOf).toBeCloseTo(before, 0)
    await entry.tap()
    await expect(place).toHaveCount(0)
    await expect.poll(topOf).toBeCloseTo(before, 0)
  })

  await test.step('what came up is pressed like every entry', async () => {
    await entry.tap()
    await place.tap()
    await expect.poll(async () => (await canvas.card('Cluster Trust Bundles')).position).toBeCloseTo(0.5)
  })
})

async function rightClick(canvas: BoardPage, title: string): Promise<Point> {
  await canvas.trayCard(title).scrollIntoViewIfNeeded()
  const at = await middleOf(canvas, title)
  await canvas.page.mouse.click(at.x, at.y, { button: 'right' })
  await expect(canvas.page.getByRole('menu')).toBeVisible()
  return at
}

async function middleOf(canvas: BoardPage, title: string): Promise<Point> {
  const box = await stillBox(canvas.trayCard(title))
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

/** One finger; without a point it lifts. */
async function fingerOn(page: Page) {
  const session = await page.context().newCDPSession(page)
  return async (type: 'touchStart' | 'touchMove' | 'touchEnd', at?: Point): Promise<void> => {
    await session.send('Input.dispatchTouchEvent', { type, touchPoints: at ? [{ ...at, id: 0 }] : [] })
  }
}
