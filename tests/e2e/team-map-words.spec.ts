import { expect, test, type Browser, type Page } from '@playwright/test'
import { BoardPage } from '../support/pages/board-page'
import { MapPage } from '../support/pages/map-page'
import { stillBox } from '../support/pages/still-box'
import { goToTemplate, waitUntilStill } from '../support/pages/template-page'
import { OwnServer, type VisitorOptions } from '../support/servers/own-server'
import { lookOf } from '../support/servers/shared-board'
import { createBoard, openSample } from '../support/pages/people'

const server = OwnServer.ofThisFile()

for (const [width, height] of [
  [1280, 720],
  [820, 1180],
  [390, 844],
] as const) {
  test(`who is asked which teams an interaction joins sees it and them, and what is typed, at ${width} x ${height}`, async ({
    browser,
  }) => {
    const isTouch = width < 1000
    const page = await openMap(browser, { viewport: { width, height }, hasTouch: isTouch, isMobile: isTouch })
    const map = new MapPage(page)
    const before = await lookOf(page)
    const one = (await map.interactions()).find(({ says }) =>
      /Node and Scheduling|Scheduling and Node/.test(says),
    )
    if (!one) throw new Error('Node and Scheduling work together.')
    const at = await new BoardPage(page).toClient(one)
    await (isTouch ? page.touchscreen.tap(at.x, at.y) : page.mouse.click(at.x, at.y))
    await page.getByRole('button', { name: /^Join other teams/ }).click()
    const question = page.getByRole('dialog', { name: 'Which two teams?' })
    await expect(question.getByLabel('One team')).toBeFocused()
    await waitUntilStill(page)
    // An interaction says where its middle is.
    const shape = { x: one.x - 40, y: one.y - 24, w: 80, h: 48 }
    const asked = [shape, await map.team('Node'), await map.team('Scheduling')]
    // Two teams beside each other are wider than a phone.
    for (const seen of width > 640 ? asked : [shape]) expect(await seenShare(page, seen)).toBe(1)
    await expect(question).toBeInViewport({ ratio: 1 })
    await page.keyboard.press('Escape')
    await waitUntilStill(page)
    expect(await lookOf(page)).toEqual(before)
    await expect(question).toHaveCount(0)
    expect(await page.evaluate(() => window.contourProbe?.selected())).toHaveLength(1)

    await page.getByRole('button', { name: 'Add a team' }).click()
    const field = page.getByLabel('Name of the team')
    await expect(field).toBeFocused()
    await page.keyboard.type('Zahlungsverkehrsabwicklung')
    await waitUntilStill(page)
    const letters = await field.evaluate((element) => {
      const { width: shown } = element.getBoundingClientRect()
      const isWhole = element.scrollHeight <= element.clientHeight + 1
      const px = parseFloat(getComputedStyle(element).fontSize)
      return { isWhole, px: (px * shown) / (element as HTMLElement).offsetWidth }
    })
    expect(letters.isWhole).toBe(true)
    expect(letters.px).toBeGreaterThanOrEqual(12)
  })
}

test('a card given to a team leaves the list, which says where it went and shows it', async ({ browser }) => {
  const page = await openMap(browser, {})
  const [board, map] = [new BoardPage(page), new MapPage(page)]
  const section = page.getByTestId('on-map-only')
  await expect(section).toHaveCount(0)
  await board.dropFromTray('Kustomize Function Catalog', await map.pointOn('Storage'))
  const heading = section.getByText('1 on a team, on no curve')
  await expect(heading).toBeVisible()
  await expect(section.locator('li'), 'a list that is shut is not drawn').toHaveCount(0)
  await heading.click()
  await page.keyboard.press('Escape')
  const row = section.getByRole('button', { name: 'Kustomize Function Catalog on Storage' })
  await row.click()
  const { id } = await board.card('Kustomize Function Catalog')
  await expect.poll(() => page.evaluate(() => window.contourProbe?.selected())).toEqual([id])

  await test.step('a right click on it, or its key, says what else can be done', async () => {
    const menu = page.getByRole('menu', { name: 'What to do with Kustomize Function Catalog' })
    await row.click({ button: 'right' })
    await menu.getByRole('menuitem', { name: 'Details' }).click()
    await expect(page.getByTestId('inspector').getByLabel('Title')).toHaveValue('Kustomize Function Catalog')
    await expect(page.getByTestId('inspector')).toBeFocused()
    await page.keyboard.press('Escape')
    await row.press('Shift+F10')
    await expect(menu.getByRole('menuitem', { name: 'Details' })).toBeFocused()
    await menu.getByRole('menuitem', { name: 'Delete' }).press('Enter')
    await expect(section).toHaveCount(0)
    await page.getByTestId('notice').getByRole('button', { name: 'Undo' }).click()
    await expect(heading).toBeVisible()
  })

  await test.step('on a phone the sheet shows all of the line that says so, and what it opens', async () => {
    await page.setViewportSize({ width: 390, height: 844 })
    const hiddenPx = () => section.evaluate((all) => all.scrollHeight - all.clientHeight)
    await expect.poll(hiddenPx).toBe(0)
    await heading.click()
    await expect(row).toBeInViewport({ ratio: 1 })
    expect(await hiddenPx()).toBe(0)
  })
})

test('where an interaction lies over a team that takes no part, its own teams have an asterisk', async ({
  browser,
}) => {
  const fay = await server.visitor(browser, 'Fay')
  const { page } = fay
  await createBoard(fay, server.origin, { title: 'Three teams', template: 'team-map' })
  const [map, board] = [new MapPage(page), new BoardPage(page)]
  for (const name of ['Payments', 'Checkout', 'Search']) await map.addTeam(name)
  await map.select('Payments')
  await map.select('Search', 'Shift')
  await map.addInteraction('Collaboration')
  await expect.poll(async () => (await map.interactions()).length).toBe(1)
  const asterisks = page.locator('[data-asterisk]')
  await expect(asterisks).toHaveCount(0)
  await page.keyboard.press('Escape')
  const [one] = await map.interactions()
  const { x, y, w, h } = await map.team('Checkout')
  await board.carry(
    await board.toClient(one ?? { x: 0, y: 0 }),
    await board.toClient({ x: x + w / 2, y: y + h / 2 }),
  )
  await page.mouse.up()
  await expect(asterisks).toHaveCount(2)
})

test('each kind of interaction is offered with its shape', async ({ browser }) => {
  const page = await openMap(browser, {})
  await page.getByRole('button', { name: 'Add an interaction' }).click()
  const kinds = page.getByRole('menu').getByRole('menuitem')
  await expect(kinds).toHaveCount(3)
  for (const kind of await kinds.all()) await expect(kind.locator('svg path')).toHaveCount(1)
})

test('an empty map says on a phone too, in words, what it begins with', async ({ browser }) => {
  const viewport = { width: 390, height: 844 }
  const fay = await server.visitor(browser, 'Fay', { viewport, hasTouch: true, isMobile: true })
  const { page } = fay
  await createBoard(fay, server.origin, { title: 'Our teams', template: 'team-map' })
  const tools = page.getByTestId('toolbar')
  await expect(tools.getByText('Add a team')).toBeInViewport({ ratio: 1 })
  await expect(tools).toBeInViewport({ ratio: 1 })
  await new MapPage(page).addTeam('Checkout')
  await expect(tools.getByText('Add a team')).toHaveCount(0)
  await expect(tools.getByRole('button', { name: 'Add an interaction' })).toBeVisible()
})

test('from afar too the bar of a team stands beside it', async ({ browser }) => {
  const viewport = { width: 820, height: 1180 }
  const page = await openMap(browser, { viewport, hasTouch: true, isMobile: true })
  await page.getByRole('button', { name: 'Show the whole board' }).tap()
  await waitUntilStill(page)
  const at = await new MapPage(page).pointOn('Storage')
  await page.touchscreen.tap(at.x, at.y)
  const bar = page.getByTestId('team-bar')
  await expect(bar).toBeInViewport({ ratio: 1 })
  const { y, height } = await stillBox(bar)
  expect(Math.max(y - at.y, at.y - y - height)).toBeLessThanOrEqual(100)
})

/** The map of teams of a sample board, as its facilitator sees it. */
async function openMap(browser: Browser, options: VisitorOptions): Promise<Page> {
  const fay = await server.visitor(browser, 'Fay', options)
  await openSample(fay, server.origin, 'Teams')
  await goToTemplate(fay.page, 'Team map')
  return fay.page
}

/** How much of a shape lies in the window with nothing but the canvas over it, by its corners and its middle. */
async function seenShare(page: Page, shape: { x: number; y: number; w: number; h: number }): Promise<number> {
  const { x, y, w, h } = shape
  const places = [0.1, 0.5, 0.9].flatMap((right) =>
    [0.1, 0.5, 0.9].map((down) => ({ x: x + w * right, y: y + h * down })),
  )
  return page.evaluate((points) => {
    const probe = window.contourProbe
    if (!probe) return 0
    const isSeen = (point: { x: number; y: number }): boolean => {
      const { x, y } = probe.pageToClient(point)
      const top = document.elementFromPoint(x, y)
      return top !== null && top.closest('.tl-container') !== null && top.closest('form, button') === null
    }
    return points.filter(isSeen).length / points.length
  }, places)
}
