import { expect, test } from '@playwright/test'
import { BoardPage } from '../support/pages/board-page'
import { SharedBoard } from '../support/servers/shared-board'

const board = SharedBoard.ofThisFile()

const TOOL_KEYS = ['v', 'h', 'n', 'd', 'a', 't', 'r', 'o', 'l', 'e', 'f', 'k', 'x', ',', ...'123456789']
const TOOLS_OF = {
  viewer: ['hand', 'select'],
  participant: ['arrow', 'draw', 'hand', 'note', 'select'],
  facilitator: ['arrow', 'draw', 'eraser', 'geo', 'hand', 'line', 'note', 'select', 'text'],
} as const

const LISTED_FOR: Readonly<Record<string, readonly string[]>> = {
  viewer: [],
  participant: ['Note', 'Undo what you did'],
  facilitator: ['Note', 'Undo what you did', 'Eraser'],
}

for (const role of ['viewer', 'participant', 'facilitator'] as const) {
  test(`no key gives a ${role} what a ${role} may not do`, async ({ browser }) => {
    const { page } = await board.arrive(browser, { name: 'Rob', role })
    const seen = new BoardPage(page)
    const taken = new Set<string>()
    await page.locator('.tl-container').focus()
    for (const key of TOOL_KEYS) {
      await page.keyboard.press('v')
      await page.keyboard.press(key)
      taken.add(((await page.evaluate(() => window.contourProbe?.toolPath())) ?? '').split('.')[0] ?? '')
    }
    expect([...taken].sort()).toEqual(TOOLS_OF[role])

    await page.keyboard.press('v')
    await page.keyboard.press('?')
    const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
    await expect(sheet).toBeVisible()
    for (const words of ['Note', 'Undo what you did', 'Eraser']) {
      const isMine = LISTED_FOR[role]?.includes(words)
      await expect(sheet.getByText(words, { exact: true })).toHaveCount(isMine === true ? 1 : 0)
    }
    await page.keyboard.press('Escape')
    await expect(sheet).toHaveCount(0)
    if (role !== 'viewer') return

    const before = await seen.cards()
    await page.locator('.tl-container').focus()
    for (const key of [
      'Control+a',
      'Delete',
      'Backspace',
      'Control+d',
      'Control+x',
      'Control+v',
      'Control+z',
      'Enter',
    ]) {
      await page.keyboard.press(key)
    }
    expect(await seen.cards()).toEqual(before)
    await expect(page.getByTestId('toolbar').getByRole('button')).toHaveCount(2)
    await expect(page.getByTestId('look')).toHaveCount(0)
  })
}

test('people who switch single letters off keep every letter for themselves', async ({ browser }) => {
  const { page } = await board.arrive(browser, { name: 'Kim', role: 'participant' })
  await page.getByRole('button', { name: 'Settings' }).click()
  await page.getByRole('menuitemcheckbox', { name: 'Single letters are shortcuts' }).click()
  await page.locator('.tl-container').focus()
  for (const key of ['n', '?', '/']) await page.keyboard.press(key)
  expect(await page.evaluate(() => window.contourProbe?.toolPath())).toBe('select.idle')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.keyboard.press('Control+f')
  await expect(page.getByTestId('search')).toBeVisible()
})

test('the sheet says how the keyboard gets in and out again, and it goes that way', async ({ browser }) => {
  const { page } = await board.arrive(browser, { name: 'Ina', role: 'participant' })
  const seen = new BoardPage(page)
  const list = page.getByRole('list', { name: 'Cards to place' }).locator('[data-tray-card]')
  await page.locator('.tl-container').focus()
  await page.keyboard.press('?')
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
  for (const words of [
    '“Move focus to canvas”',
    'after Esc, out again',
    'Go through the list of cards',
    'Choose a place for the focused card',
  ]) {
    await expect(sheet.getByText(words)).toBeVisible()
  }
  await page.keyboard.press('Escape')
  await expect(sheet).toHaveCount(0)

  const tabTo = async (isThere: () => Promise<boolean>): Promise<void> => {
    for (let presses = 0; presses < 40 && !(await isThere()); presses += 1) await page.keyboard.press('Tab')
    expect(await isThere()).toBe(true)
  }
  const isOn = (selector: string) => (): Promise<boolean> =>
    page.evaluate((one) => document.activeElement?.matches(one) === true, selector)
  await page.getByRole('button', { name: 'Settings' }).focus()
  await tabTo(isOn('[data-tray-card]'))
  await page.keyboard.press('ArrowDown')
  await expect(list.nth(1)).toBeFocused()
  for (const key of ['Enter', 'Space']) {
    await page.keyboard.press(key)
    await expect(page.getByText('Place on…')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(list.nth(1)).toBeFocused()
  }

  await tabTo(isOn('.tl-skip-to-main-content'))
  await expect(page.getByRole('button', { name: 'Move focus to canvas' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.locator('.tl-container')).toBeFocused()
  const cards = new Map((await seen.cards()).map((card) => [card.id, card] as const))
  const selectedCard = async () => {
    const ids = (await page.evaluate(() => window.contourProbe?.selected())) ?? []
    return cards.get(ids[0] ?? '')
  }
  await expect.poll(selectedCard).toBeDefined()
  const first = await selectedCard()
  await page.keyboard.press('Tab')
  await expect.poll(async () => (await selectedCard())?.id).not.toBe(first?.id)
  await expect.poll(selectedCard).toBeDefined()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue((await selectedCard())?.title ?? '')

  await page.keyboard.press('Escape')
  await expect(page.locator('.tl-container')).toBeFocused()
  await page.keyboard.press('Escape')
  await expect.poll(() => page.evaluate(() => window.contourProbe?.selected())).toEqual([])
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'Zoom out' })).toBeFocused()
})

test('with the keyboard alone: place a card, write its title, take that back, find it', async ({
  browser,
}) => {
  const { page } = await board.arrive(browser, { name: 'Zoe', role: 'participant' })
  const seen = new BoardPage(page)
  const title = 'Cluster Trust Bundles'
  const press = async (...keys: string[]): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key)
  }
  const stands = (called: string, position: number): Promise<void> =>
    expect.poll(async () => (await seen.card(called)).position).toBe(position)

  await page.keyboard.press('Control+f')
  await page.keyboard.type(title)
  await press('Enter')
  await expect(seen.trayCard(title)).toBeFocused()
  await press('Enter')
  await expect(page.getByRole('menuitem', { name: 'Steady' })).toBeVisible()
  await page.keyboard.type('Steady')
  await expect(page.getByRole('menuitem', { name: 'Steady' })).toBeFocused()
  await press('ArrowRight')
  await expect(page.getByRole('menuitem', { name: 'At the start' })).toBeFocused()
  await press('Enter')
  await stands(title, 0.1)

  await page.keyboard.press('Control+f')
  await page.keyboard.type('trust bund')
  await press('Enter')
  await expect(page.locator('.tl-container')).toBeFocused()
  await press('F2')
  await expect(page.getByRole('textbox', { name: 'Title' })).toBeFocused()
  await press('End')
  await page.keyboard.type(' for all')
  await press('Enter')
  await seen.card(`${title} for all`)
  await press('ArrowRight')
  await stands(`${title} for all`, 0.12)
  await press('Control+z')
  await stands(`${title} for all`, 0.1)
  // Who pauses while typing takes it back in as many steps.
  const written = async (): Promise<string> =>
    (await seen.cards()).find((one) => one.title.startsWith(title))?.title ?? ''
  for (let now = await written(); now !== title; now = await written()) {
    await press('Control+z')
    await expect.poll(written).not.toBe(now)
  }

  await press('Escape', 'Control+f')
  await page.keyboard.type('trust')
  await press('Enter')
  const card = await seen.card(title)
  await expect.poll(() => page.evaluate(() => window.contourProbe?.selected())).toEqual([card.id])
})
