import { expect, test, type Browser, type Page } from '@playwright/test'
import { findAxeFaults } from '../support/pages/axe'
import { BoardPage } from '../support/pages/board-page'
import { MapPage } from '../support/pages/map-page'
import { joinBoard, openSample, readLinks, type BoardLinks } from '../support/pages/people'
import { goToTemplate, waitUntilStill } from '../support/pages/template-page'
import { OwnServer } from '../support/servers/own-server'

type Role = keyof BoardLinks

const server = OwnServer.ofThisFile()

test('the number on a team opens the list of what it works on, and each entry leads to its card', async ({
  browser,
}) => {
  const page = await openMap(browser, { role: 'facilitator', width: 1280, height: 720 })
  const list = page.getByRole('menu', { name: 'Initiatives of Node' })

  await test.step('the number stands clear of names and cards, near and from further off', async () => {
    await expect.poll(() => whatChipsCover(page)).toEqual([])
    await page.keyboard.press('Shift+0')
    await waitUntilStill(page)
    await expect.poll(() => whatChipsCover(page)).toEqual([])
    await goToTemplate(page, 'Team map')
  })

  await test.step('a press opens the list, and Escape gives the keyboard back to the canvas', async () => {
    await pressChip(page, 'Node')
    await expect(list.getByRole('menuitem')).toHaveCount(6)
    await expect(list).toContainText('What Node works on')
    expect(await findAxeFaults(page)).toEqual([])
    await page.keyboard.press('Escape')
    await expect(list).toHaveCount(0)
    await expect(page.locator('.tl-container')).toBeFocused()
  })

  await test.step('an entry goes to its card, wherever it stands', async () => {
    await pressChip(page, 'Node')
    await list.getByRole('menuitem', { name: /^Memory QoS/ }).click()
    const cards = (await new BoardPage(page).cards()).filter(({ title }) => title === 'Memory QoS')
    const onCurve = cards.find(({ target }) => target.startsWith('curve:'))
    await expect.poll(() => selected(page)).toEqual([onCurve?.id])
    await waitUntilStill(page)
    await goToTemplate(page, 'Team map')
  })

  await test.step('of what waits to be placed, all that is known opens', async () => {
    await pressChip(page, 'Node')
    await list
      .getByRole('menuitem', { name: /Not placed yet$/ })
      .first()
      .click()
    await expect(page.getByTestId('inspector')).toContainText('Nowhere yet')
    await page.getByRole('button', { name: 'Close the details' }).click()
  })

  await test.step('a hand that goes on from there carries the team', async () => {
    await waitUntilStill(page)
    const before = await new MapPage(page).team('Node')
    const at = await chipOf(page, 'Node')
    await new BoardPage(page).carry(at, { x: at.x, y: at.y + 40 })
    await page.mouse.up()
    await expect.poll(async () => (await new MapPage(page).team('Node')).y).toBeGreaterThan(before.y + 20)
    await expect(list).toHaveCount(0)
  })
})

test('a viewer reads by the keyboard alone what a team works on', async ({ browser }) => {
  const page = await openMap(browser, { role: 'viewer', width: 1280, height: 720 })
  await new MapPage(page).select('Node')
  await page.keyboard.press('Alt+F10')
  const work = page.getByRole('button', { name: 'Work: 6 initiatives · 2 shown' })
  await expect(work).toBeFocused()
  await expect(page.getByTestId('team-bar').getByRole('button')).toHaveCount(1)
  await page.keyboard.press('Enter')
  const entries = page.getByRole('menu').getByRole('menuitem')
  await expect(entries.first()).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(work).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(entries.first()).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(entries.nth(1)).toBeFocused()
  await page.keyboard.press('ArrowUp')
  // The menu moves the keyboard a moment after the key.
  await expect(entries.first()).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.locator('.tl-container')).toBeFocused()
  await goToTemplate(page, 'Team map')
  await pressChip(page, 'Node')
  await expect(entries).toHaveCount(6)
})

test('a card of the list is given to a team by the keyboard alone', async ({ browser }) => {
  const page = await openMap(browser, { role: 'participant', width: 1280, height: 720 })
  const board = new BoardPage(page)
  await board.addInitiatives('By keys')
  await board.trayCard('By keys').focus()
  await page.keyboard.press('Enter')
  await page.getByRole('menuitem', { name: 'Give it to a team' }).press('ArrowRight')
  await page.getByRole('menuitem', { name: 'Storage', exact: true }).press('Enter')
  await expect(page.getByTestId('notice')).toContainText('“By keys” is on the team “Storage”.')
  const { id } = await new MapPage(page).team('Storage')
  expect(id).toContain((await board.card('By keys')).target.replace('team:', ''))
})

test('a finger opens the list of a team and meets no small target there', async ({ browser }) => {
  const page = await openMap(browser, { role: 'participant', width: 390, height: 844 })
  const at = await chipOf(page, 'Node')
  await page.touchscreen.tap(at.x, at.y)
  const entries = page.getByRole('menu').getByRole('menuitem')
  await expect(entries).toHaveCount(6)
  await page.keyboard.press('Escape')
  await expect(entries).toHaveCount(0)
  await page.getByRole('button', { name: 'Work: 6 initiatives · 2 shown' }).tap()
  await expect(entries).toHaveCount(6)
  for (const target of [page.getByRole('button', { name: /^Work: / }), ...(await entries.all())]) {
    expect((await target.boundingBox())?.height ?? 0).toBeGreaterThanOrEqual(44)
  }
})

/** The map of teams of a sample board. */
async function openMap(
  browser: Browser,
  { role, width, height }: { role: Role; width: number; height: number },
): Promise<Page> {
  const isTouch = width < 1000
  const viewport = { width, height }
  const fay = await server.visitor(browser, 'Fay', { viewport, hasTouch: isTouch, isMobile: isTouch })
  await openSample(fay, server.origin, 'Work')
  if (role !== 'facilitator') {
    const links = await readLinks(fay)
    // Who made the board is its facilitator, whichever link they take.
    await fay.context.clearCookies()
    await joinBoard(fay, server.origin + links[role])
  }
  await goToTemplate(fay.page, 'Team map')
  return fay.page
}

function chipIn(page: Page, team: string) {
  return page.locator('.tl-shape[data-shape-type="team"]', { hasText: team }).locator('[data-chip]')
}

/** The middle of the number on a team, in the window. */
async function chipOf(page: Page, team: string): Promise<{ x: number; y: number }> {
  const box = await chipIn(page, team).boundingBox()
  if (!box) throw new Error(`${team} shows no number.`)
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

async function pressChip(page: Page, team: string): Promise<void> {
  const { x, y } = await chipOf(page, team)
  await page.mouse.click(x, y)
}

function selected(page: Page): Promise<readonly string[] | undefined> {
  return page.evaluate(() => window.contourProbe?.selected())
}

/** Names, cards and edges of teams that the number on a team lies on. */
function whatChipsCover(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const boxesOf = (selector: string) => [...document.querySelectorAll(selector)]
    const areOver = (one: DOMRect, other: DOMRect): boolean =>
      one.left < other.right && one.right > other.left && one.top < other.bottom && one.bottom > other.top
    const cards = boxesOf('.tl-shape[data-shape-type="card"] .tl-html-container')
    const chips = boxesOf('[data-chip]')
    if (chips.length < 7) return [`only ${chips.length} numbers are shown`]
    return chips.flatMap((chip) => {
      const box = chip.getBoundingClientRect()
      const team = chip.closest('.tl-shape')
      const whole = team?.getBoundingClientRect()
      const isInside =
        whole !== undefined &&
        box.left > whole.left &&
        box.right < whole.right &&
        box.top > whole.top &&
        box.bottom < whole.bottom
      const names = [...(team?.querySelectorAll('text[font-weight="600"]') ?? [])].filter((name) => {
        const { left, right, bottom, height } = name.getBoundingClientRect()
        // Of the box of a line, what is below its letters is empty.
        return areOver(box, new DOMRect(left, bottom - height, right - left, height * 0.75))
      })
      const said = team?.textContent ?? ''
      return [
        ...(isInside ? [] : [`the number leaves ${said}`]),
        ...names.map(() => `the number lies on the name in ${said}`),
        ...cards
          .filter((card) => areOver(box, card.getBoundingClientRect()))
          .map((card) => `the number lies on ${card.textContent}`),
      ]
    })
  })
}
