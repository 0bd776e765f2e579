import { expect, test, type Page } from '@playwright/test'
import { addInstance } from '@/lib/board/operations/instances'
import { placementKey } from '@/lib/board/layout'
import { setPlacements } from '@/lib/board/operations/placements'
import { listInitiatives } from '@/lib/board/read'
import type { InstanceId, PersonId } from '@/lib/ids'
import { BoardPage } from '../support/pages/board-page'
import { MapPage, type SeenInteraction } from '../support/pages/map-page'
import { goToTemplate } from '../support/pages/template-page'
import { OwnServer } from '../support/servers/own-server'
import {
  createBoard,
  joinBoard,
  openSample,
  readLinks,
  waitUntilSaved,
  type Person,
} from '../support/pages/people'
import { connectClient } from '../support/rooms/sync-client'

const server = OwnServer.ofThisFile()

test('two people map their teams together, and give initiatives to them', async ({ browser }) => {
  test.slow()
  const [fay, pat] = await server.visitors(browser, 'Fay', 'Pat')
  const boardId = await openMap(fay, pat)
  const [fayMap, patMap] = [new MapPage(fay.page), new MapPage(pat.page)]

  await test.step('each adds teams, which begin undefined, and sees those of the other', async () => {
    // Before there is one, the map says in words what it begins with.
    const inWords = fay.page.getByTestId('toolbar').getByText('Add a team')
    await expect(inWords).toBeVisible()
    await fayMap.addTeam('Checkout')
    await expect(inWords).toHaveCount(0)
    await fayMap.addTeam('Payments')
    await patMap.addTeam('Search')
    for (const map of [fayMap, patMap]) {
      await expect.poll(() => map.names()).toEqual(['Checkout', 'Payments', 'Search'])
    }
    expect((await patMap.team('Checkout')).type).toBe('undefined-team')
  })

  await test.step('the arrow keys move a team, and Tab goes on to the next', async () => {
    const before = await patMap.team('Search')
    await fayMap.select('Search')
    await fay.page.keyboard.press('Shift+ArrowDown')
    await expect.poll(async () => (await patMap.team('Search')).y).toBeGreaterThan(before.y)
    await fay.page.keyboard.press('Tab')
    await expect.poll(() => fay.page.evaluate(() => window.contourProbe?.selected())).not.toContain(before.id)
    await expect.poll(() => fay.page.evaluate(() => window.contourProbe?.selected().length)).toBe(1)
  })

  await test.step('one says what type a team is, and both see its shape', async () => {
    await patMap.classify('Payments', 'Platform')
    await expect.poll(async () => (await fayMap.team('Payments')).type).toBe('platform')
    await fayMap.classify('Checkout', 'Stream-aligned')
    await expect.poll(async () => (await patMap.team('Checkout')).type).toBe('stream-aligned')
  })

  await test.step('both type in one name at once, and every letter is kept', async () => {
    await fayMap.editName('Search')
    await patMap.editName('Search')
    await fay.page.keyboard.press('Home')
    await pat.page.keyboard.press('End')
    await fay.page.keyboard.type('Fast ')
    await pat.page.keyboard.type(' team')
    for (const map of [fayMap, patMap]) {
      await expect.poll(() => map.names()).toEqual(['Checkout', 'Fast Search team', 'Payments'])
    }
    await fay.page.keyboard.press('Enter')
    await pat.page.keyboard.press('Enter')
  })

  await test.step('the search finds a team by its name and selects it', async () => {
    await pat.page.keyboard.press('Control+f')
    await pat.page.keyboard.type('payments')
    await expect(pat.page.getByTestId('search').getByRole('option')).toContainText('platform team')
    await pat.page.keyboard.press('Enter')
    const { id } = await patMap.team('Payments')
    await expect.poll(() => pat.page.evaluate(() => window.contourProbe?.selected())).toEqual([id])
  })

  await test.step('an interaction between two selected teams is there for both', async () => {
    await fayMap.select('Payments')
    await fayMap.select('Checkout', 'Shift')
    await fay.page.getByTestId('team-bar').getByRole('button', { name: 'Join these two' }).click()
    const service = fay.page.getByRole('menuitem', { name: /^X-as-a-Service/ })
    await expect(service).toContainText('Payments provides, Checkout uses it.')
    await service.click()
    await expect(fay.page.getByRole('button', { name: 'Mode: X-as-a-Service' })).toBeVisible()
    await expect
      .poll(async () => (await patMap.interactions()).map(({ says }) => says))
      .toEqual([expect.stringContaining('Payments provides a service that Checkout uses')])
  })

  await test.step('the interaction follows a moved team at half its pace, for the other before it is let go', async () => {
    const [before] = (await patMap.interactions()) as [SeenInteraction]
    const team = await patMap.team('Payments')
    await fayMap.carryTeam('Payments', { x: 20, y: 160 })
    await expect.poll(async () => (await patMap.team('Payments')).y).toBeGreaterThan(team.y + 60)
    await expect.poll(async () => (await patMap.interactions())[0]?.y ?? 0).toBeGreaterThan(before.y + 30)
    await fay.page.mouse.up()
    await waitUntilSaved(fay.page)
    await expect
      .poll(async () => {
        const [moved, now] = [await patMap.team('Payments'), (await patMap.interactions())[0]]
        return Math.round(2 * ((now?.y ?? 0) - before.y) - (moved.y - team.y))
      })
      .toBe(0)
  })

  await test.step('an interaction without two teams under it asks which, and can be given up', async () => {
    await pat.page.keyboard.press('Escape')
    await patMap.addInteraction('Facilitating')
    const question = pat.page.getByRole('dialog', { name: 'Which two teams?' })
    await expect(question).toBeVisible()
    await pat.page.keyboard.press('Escape')
    await expect(question).toHaveCount(0)
    expect(await patMap.interactions()).toHaveLength(1)
    await patMap.addInteraction('Facilitating')
    const pressCheckout = async (): Promise<void> => {
      const { x, y } = await patMap.pointOn('Checkout')
      await pat.page.mouse.click(x, y)
    }
    await pressCheckout()
    await expect(question.getByLabel('One team').locator('option:checked')).toHaveText('Checkout')
    await expect(question.getByLabel('The other team')).toBeFocused()
    await question.getByLabel('The other team').selectOption('Fast Search team')
    // Of two that are chosen the older choice makes room for a team that is pressed.
    await question.getByLabel('One team').selectOption('Payments')
    await pressCheckout()
    await expect(question.getByLabel('The other team').locator('option:checked')).toHaveText('Checkout')
    await question.getByLabel('One team').selectOption('Fast Search team')
    await question.getByRole('button', { name: 'Join these two' }).press('Enter')
    await expect.poll(async () => (await fayMap.interactions()).length).toBe(2)
  })

  await test.step('a card dropped on a team is that team’s on every template', async () => {
    const [board, fayBoard] = [new BoardPage(pat.page), new BoardPage(fay.page)]
    await board.addInitiatives('Wallet')
    await board.dropFromTray('Wallet', await patMap.pointOn('Checkout'))
    await expect.poll(async () => (await fayMap.team('Checkout')).load).toBe('1 initiative, 1 person-week')
    expect((await board.card('Wallet')).target).toMatch(/^team:/)
    // It is selected where it was let go, and says more then.
    await pat.page.keyboard.press('Escape')
    await waitUntilSaved(pat.page)
    await placeAllOnCurves(fay, boardId)
    for (const cards of [board, fayBoard]) {
      await expect
        .poll(async () =>
          (await cards.cards()).map(({ target, says }) => [target, says.includes('Team: Checkout')]),
        )
        .toEqual(expect.arrayContaining([['curve:linear', true]]))
    }
    await expect(pat.page.locator('.tl-shape[data-shape-type="card"] [title="Checkout"]')).toHaveCount(1)
  })

  await test.step('a team is deleted and comes back with undo, and its card stays on the map meanwhile', async () => {
    await patMap.select('Checkout')
    await pat.page.keyboard.press('Delete')
    await expect.poll(() => fayMap.names()).toEqual(['Fast Search team', 'Payments'])
    expect(await fayMap.interactions()).toHaveLength(0)
    await pat.page.getByRole('button', { name: 'Undo what you did' }).click()
    await expect.poll(() => fayMap.names()).toEqual(['Checkout', 'Fast Search team', 'Payments'])
    await expect.poll(async () => (await fayMap.interactions()).length).toBe(2)
  })
})

test('what can be said about a team is reached by keyboard and gives the canvas back with the team still selected', async ({
  browser,
}) => {
  const [fay, pat] = await server.visitors(browser, 'Fay', 'Pat')
  await openMap(fay, pat)
  const { page } = fay
  const map = new MapPage(page)
  await map.addTeam('Checkout')
  const { id } = await map.team('Checkout')
  await page.keyboard.press('Alt+F10')
  await expect(page.getByRole('button', { name: 'Type: Undefined' })).toBeFocused()
  await page.keyboard.press('Enter')
  await page.getByRole('menuitemradio', { name: /^Platform/ }).press('Enter')
  await expect.poll(async () => (await map.team('Checkout')).type).toBe('platform')
  await expect(page.getByRole('button', { name: 'Type: Platform' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.locator('.tl-container')).toBeFocused()
  expect(await page.evaluate(() => window.contourProbe?.selected())).toEqual([id])
  await page.keyboard.press('F2')
  await expect(page.getByLabel('Name of the team')).toBeFocused()
  await page.keyboard.type('Basket')
  await page.keyboard.press('Enter')
  await expect.poll(() => map.names()).toEqual(['Basket'])

  await test.step('a name that another team has is remarked on, while it is typed and afterwards', async () => {
    await page.getByRole('button', { name: 'Add a team' }).click()
    const field = page.getByLabel('Name of the team')
    await expect(field).toBeFocused()
    const remark = page.getByText('Another team has this name.')
    await page.keyboard.type('baske')
    await expect.poll(() => map.names()).toEqual(['Basket', 'baske'])
    await expect(remark).toHaveCount(0)
    await page.keyboard.type('t')
    await expect(field).toHaveAccessibleDescription('Another team has this name.')
    await page.keyboard.press('Enter')
    await expect(remark).toHaveCount(0)
    await page.getByRole('button', { name: 'Another team has this name. Rename this one' }).click()
    await expect(field).toBeFocused()
    await page.keyboard.type('Bag')
    await page.keyboard.press('Enter')
    await expect.poll(() => map.names()).toEqual(['Bag', 'Basket'])
    await expect(page.getByRole('button', { name: /^Another team/ })).toHaveCount(0)
  })
})

for (const [width, height] of [
  [1280, 720],
  [820, 1180],
  [390, 844],
] as const) {
  test(`the bar of a team or an interaction is whole and clear of everything at ${width} x ${height}`, async ({
    browser,
  }) => {
    const isTouch = width < 1000
    const fay = await server.visitor(browser, 'Fay', {
      viewport: { width, height },
      hasTouch: isTouch,
      isMobile: isTouch,
    })
    const { page } = fay
    await openSample(fay, server.origin, 'Bars')
    await goToTemplate(page, 'Team map')
    const map = new MapPage(page)
    const bar = page.getByTestId('team-bar')
    // A phone begins at the upper left of the map.
    const teams = ['Node', 'Scheduling', 'API Machinery', ...(width > 640 ? ['Instrumentation', 'Auth'] : [])]
    for (const name of teams) {
      const at = await map.pointOn(name)
      await (isTouch ? page.touchscreen.tap(at.x, at.y) : page.mouse.click(at.x, at.y))
      await expect
        .poll(() => page.evaluate(() => window.contourProbe?.selected()))
        .toEqual([(await map.team(name)).id])
      await expect(bar).toBeInViewport({ ratio: 1 })
      await expect.poll(() => whatLiesOver(page), name).toEqual([])
    }
    for (const button of await bar.getByRole('button').all()) {
      const box = await button.boundingBox()
      expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(isTouch ? 44 : 32)
    }
  })
}

test('only what may be resized has handles for it: a team has, a team and a card together have not', async ({
  browser,
}) => {
  const fay = await server.visitor(browser, 'Fay')
  const { page } = fay
  await openSample(fay, server.origin, 'Handles')
  await goToTemplate(page, 'Team map')
  const handles = page.locator('[data-testid^="selection.resize"]')
  await new MapPage(page).select('API Machinery')
  await expect(handles.first()).toBeVisible()
  await page.keyboard.press('Control+a')
  await expect(page.getByTestId('plain-frame')).toBeVisible()
  await expect(handles).toHaveCount(0)
})

/** What lies over a corner or the middle of the bar. */
function whatLiesOver(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const bar = document.querySelector('[data-testid="team-bar"]')
    if (!bar) return ['there is no bar']
    const { left, right, top, bottom } = bar.getBoundingClientRect()
    const points = [left + 6, (left + right) / 2, right - 6].flatMap((x) =>
      [top + 6, (top + bottom) / 2, bottom - 6].map((y) => [x, y] as const),
    )
    return points.flatMap(([x, y]) => {
      const seen = document.elementFromPoint(x, y)
      return seen && bar.contains(seen) ? [] : [`${seen?.className ?? 'nothing'} at ${x}, ${y}`]
    })
  })
}

/** Creates a board with a map of teams by the API, and lets both in; answers with its id. */
async function openMap(fay: Person, pat: Person): Promise<string> {
  const path = await createBoard(fay, server.origin, { title: 'Who works with whom', template: 'team-map' })
  await joinBoard(pat, server.origin + (await readLinks(fay)).participant)
  return path.replace('/b/', '')
}

/** The facilitator stands the curves beside the map and every initiative on one of them, as a client of y-websocket. */
async function placeAllOnCurves({ page }: Person, boardId: string): Promise<void> {
  const answer = await page.request.post(`${server.origin}/api/boards/${boardId}/ticket`, {
    data: {},
    headers: { origin: server.origin },
  })
  const { ticket } = (await answer.json()) as { ticket: string }
  const sync = `${server.origin.replace('http', 'ws')}/sync`
  const client = connectClient({ server: sync, boardId, cookie: '', params: { ticket } })
  await client.synced()
  const { board } = client
  const author = { personId: 'fay' as PersonId, now: Date.now(), origin: 'person' as const }
  const curves = { id: 'curves' as InstanceId, templateId: 'effort-value-curves', place: [2_000, 0] as const }
  addInstance(board, author, curves)
  const placement = { target: 'curve:linear', x: 0.5, dx: 0, dy: 0 }
  setPlacements(
    board,
    author,
    listInitiatives(board).map(({ id }) => ({ key: placementKey(id, curves.id), placement })),
  )
  await expect.poll(() => page.evaluate(() => window.contourProbe?.plots().length)).toBe(6)
  client.stop()
}
