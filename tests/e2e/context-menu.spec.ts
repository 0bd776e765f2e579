import { expect, test, type Page } from '@playwright/test'
import type { Point } from '@/lib/geometry/point'
import { findAxeFaults } from '../support/pages/axe'
import { BoardPage } from '../support/pages/board-page'
import { MapPage } from '../support/pages/map-page'
import { createBoard, joinBoard, readLinks, type Person } from '../support/pages/people'
import { stillBox } from '../support/pages/still-box'
import { OwnServer } from '../support/servers/own-server'

const server = OwnServer.ofThisFile()

test('a right click on a card selects it and opens its menu, which leads to all that is known of it', async ({
  browser,
}) => {
  const fay = await server.visitor(browser, 'Fay')
  await createBoard(fay, server.origin, 'Right click')
  const board = await withTwoCards(fay)
  const [search, login] = [await board.card('Faster search'), await board.card('Login')]

  await test.step('what is under the pointer is selected, unless it is already', async () => {
    await rightClick(board, 'Login')
    expect(await selectedOn(fay.page)).toEqual([login.id])
    await expect(entriesOf(fay.page)).toHaveText([
      /^Details/,
      /^Show what is selected/,
      /^Rename/,
      /^Duplicate/,
      /^Back to the tray/,
      /^Delete initiative/,
    ])
    expect(await findAxeFaults(fay.page)).toEqual([])
    await rightClick(board, 'Faster search')
    expect(await selectedOn(fay.page)).toEqual([search.id])
    await expect(fay.page.getByRole('menu')).toHaveCount(1)
    await expect(fay.page.getByRole('button', { name: /^Details of “/ })).toHaveCount(0)
  })

  await test.step('the details open and have the keyboard', async () => {
    await pick(fay.page, 'Details')
    await expect(fay.page.getByTestId('inspector')).toBeFocused()
    await expect(fay.page.getByTestId('inspector').getByLabel('Title')).toHaveValue('Faster search')
    await fay.page.keyboard.press('Escape')
    await expectKeyboardOnCanvas(fay.page)
  })

  await test.step('several keep their selection and go back to the tray together, in one step', async () => {
    await fay.page.keyboard.press('Control+a')
    await rightClick(board, 'Login')
    expect(await selectedOn(fay.page)).toHaveLength(2)
    await pick(fay.page, 'Back to the tray')
    await expect(board.trayCard('Login')).toBeVisible()
    await expect(board.trayCard('Faster search')).toBeVisible()
    await fay.page.keyboard.press('Control+z')
    await expect.poll(async () => (await board.cards()).length).toBe(2)
    await expect.poll(async () => (await selectedOn(fay.page)).length, 'what came back is selected').toBe(2)
    await fay.page.keyboard.press('Escape')
    expect(await selectedOn(fay.page)).toEqual([])
  })

  await test.step('an initiative is deleted from everywhere, and that can be taken back', async () => {
    await rightClick(board, 'Login')
    await pick(fay.page, 'Delete initiative')
    await expect.poll(async () => (await board.cards()).length).toBe(1)
    await fay.page.getByTestId('notice').getByRole('button', { name: 'Undo' }).click()
    await board.card('Login')
  })
})

test('the menu is opened, walked and closed by the keyboard alone', async ({ browser }) => {
  const fay = await server.visitor(browser, 'Fay')
  await createBoard(fay, server.origin, 'By keys')
  const board = await withTwoCards(fay)
  const { id } = await board.card('Login')
  const { keyboard } = fay.page
  for (const key of ['Shift+F10', 'ContextMenu']) {
    await keyboard.press(key)
    await expect(fay.page.getByRole('menuitem', { name: 'Details' })).toBeFocused()
    await keyboard.press('ArrowDown')
    await expect(fay.page.getByRole('menuitem', { name: 'Show what is selected' })).toBeFocused()
    await keyboard.press('ArrowDown')
    await expect(fay.page.getByRole('menuitem', { name: 'Rename' })).toBeFocused()
    await keyboard.press('Escape')
    await expect(fay.page.getByRole('menu')).toHaveCount(0)
    await expectKeyboardOnCanvas(fay.page)
    expect(await selectedOn(fay.page)).toEqual([id])
  }
  await keyboard.press('Shift+F10')
  await expect(fay.page.getByRole('menuitem', { name: 'Details' })).toBeFocused()
  await keyboard.press('r')
  await expect(fay.page.getByRole('menuitem', { name: 'Rename' })).toBeFocused()
  await keyboard.press('Enter')
  await expect(fay.page.locator('.tl-canvas').getByRole('textbox')).toBeFocused()
  await keyboard.type('Log in')
  await keyboard.press('Enter')
  await board.card('Log in')
  await keyboard.press('Escape')
  await keyboard.press('Shift+F10')
  await pick(fay.page, 'Find a card or team')
  await expect(fay.page.getByTestId('search').getByRole('combobox')).toBeFocused()
})

test('a viewer is offered nothing that changes the board', async ({ browser }) => {
  const [fay, vic] = await server.visitors(browser, 'Fay', 'Vic')
  await createBoard(fay, server.origin, 'Looking on')
  await withTwoCards(fay)
  await joinBoard(vic, server.origin + (await readLinks(fay)).viewer)
  const board = new BoardPage(vic.page)
  await rightClick(board, 'Login')
  await expect(entriesOf(vic.page)).toHaveText([/^Details/, /^Show what is selected/])
  await vic.page.keyboard.press('Escape')
  await rightClickAt(vic.page, await emptyPoint(board))
  await expect(entriesOf(vic.page)).toHaveText([
    /^Select all/,
    /^Show the whole board/,
    /^Find a card or team/,
  ])
  await vic.page.keyboard.press('Escape')
  await expectKeyboardOnCanvas(vic.page)
  await vic.page.keyboard.press('Control+a')
  await vic.page.keyboard.press('Shift+F10')
  await expect(entriesOf(vic.page)).toHaveText([/^Details/, /^Show what is selected/])
})

test('the board and what is drawn on it have menus of their own', async ({ browser }) => {
  const fay = await server.visitor(browser, 'Fay')
  await createBoard(fay, server.origin, 'Drawings')
  const board = new BoardPage(fay.page)
  const at = await emptyPoint(board)

  await test.step('where nothing lies, it is about the board, whatever tool is in hand', async () => {
    await fay.page.keyboard.press('d')
    await rightClickAt(fay.page, at)
    await expect(entriesOf(fay.page)).toHaveText([
      /^Select all/,
      /^Show the whole board/,
      /^Find a card or team/,
      /^Add a template/,
      /^Edit the templates/,
    ])
    await fay.page.keyboard.press('Escape')
    await expectKeyboardOnCanvas(fay.page)
  })

  await test.step('a note is duplicated and goes to the back, in front of the template', async () => {
    await fay.page.keyboard.press('n')
    await fay.page.mouse.click(at.x, at.y)
    await fay.page.keyboard.type('Mine')
    await fay.page.keyboard.press('Escape')
    await rightClickAt(fay.page, at)
    await expect(entriesOf(fay.page)).toHaveText([
      /^Duplicate/,
      /^Bring to front/,
      /^Send to back/,
      /^Show what is selected/,
      /^Delete/,
    ])
    await pick(fay.page, 'Duplicate')
    await expect.poll(() => notesOn(fay.page)).toBe(2)
    await rightClickAt(fay.page, at)
    await pick(fay.page, 'Send to back')
    await rightClickAt(fay.page, at)
    await pick(fay.page, 'Delete')
    await expect.poll(() => notesOn(fay.page)).toBe(1)
  })
})

test('a team says its type and an interaction its mode in their menus', async ({ browser }) => {
  const fay = await server.visitor(browser, 'Fay')
  await createBoard(fay, server.origin, { title: 'Teams', template: 'team-map' })
  const map = new MapPage(fay.page)
  await map.addTeam('Checkout')
  await map.addTeam('Search')
  await map.select('Checkout')
  await map.select('Search', 'Shift')
  await map.addInteraction('Collaboration')
  await expect.poll(async () => (await map.interactions()).length).toBe(1)

  await rightClickAt(fay.page, await map.pointOn('Checkout'))
  await pick(fay.page, 'Type')
  await fay.page.getByRole('menuitemradio', { name: /^Platform/ }).click()
  await expect.poll(async () => (await map.team('Checkout')).type).toBe('platform')
  await expectKeyboardOnCanvas(fay.page)

  const [interaction] = await map.interactions()
  if (!interaction) throw new Error('There is no interaction.')
  await rightClickAt(fay.page, await new BoardPage(fay.page).toClient(interaction))
  await pick(fay.page, 'Mode')
  await fay.page.getByRole('menuitemradio', { name: /^Facilitating/ }).click()
  await expect.poll(async () => (await map.interactions())[0]?.mode).toBe('facilitating')

  // The bar of the interaction may lie over the team.
  await fay.page.keyboard.press('Escape')
  const { x, y, w, h } = await map.team('Search')
  const clearOfInteraction = await new BoardPage(fay.page).toClient({ x: x + w * 0.8, y: y + h / 2 })
  await rightClickAt(fay.page, clearOfInteraction)
  await pick(fay.page, 'Rename')
  await expect(fay.page.getByLabel('Name of the team')).toBeFocused()
  await fay.page.keyboard.press('Escape')
  await rightClickAt(fay.page, clearOfInteraction)
  await pick(fay.page, 'Delete')
  await expect.poll(() => map.names()).toEqual(['Checkout'])
})

test('what somebody else has in their hand cannot be taken away, and its menu says so', async ({
  browser,
}) => {
  const [fay, pat] = await server.visitors(browser, 'Fay', 'Pat')
  await createBoard(fay, server.origin, 'In a hand')
  const board = await withTwoCards(fay)
  await joinBoard(pat, server.origin + (await readLinks(fay)).participant)
  await new BoardPage(pat.page).carryCard('Faster search', { x: 30, y: 20 })
  await expect.poll(async () => board.page.getByText('Pat', { exact: true }).count()).toBeGreaterThan(0)
  await fay.page.keyboard.press('Control+a')
  await rightClick(board, 'Login')
  await expect(fay.page.getByRole('menuitem', { name: 'Back to the tray' })).toHaveAttribute(
    'aria-disabled',
    'true',
  )
  await pat.page.mouse.up()
  await expect(fay.page.getByRole('menuitem', { name: 'Back to the tray' })).not.toHaveAttribute(
    'aria-disabled',
    'true',
  )
})

test('a menu stays in the window and clear of the mark of the engine', async ({ browser }) => {
  const fay = await server.visitor(browser, 'Fay', { viewport: { width: 1280, height: 720 } })
  await createBoard(fay, server.origin, 'Edges')
  const area = await fay.page.locator('.tl-canvas').boundingBox()
  if (!area) throw new Error('There is no canvas.')
  const mark = await stillBox(fay.page.locator('[class*="tl-watermark"]'))
  const [right, bottom] = [area.x + area.width - 3, area.y + area.height - 3]
  for (const at of [
    { x: right, y: area.y + 3 },
    { x: right, y: bottom - 90 },
    { x: area.x + 3, y: bottom },
    { x: 940, y: bottom },
  ]) {
    await rightClickAt(fay.page, at)
    const menu = await stillBox(fay.page.getByRole('menu'))
    expect(menu.x).toBeGreaterThanOrEqual(0)
    expect(menu.y).toBeGreaterThanOrEqual(0)
    expect(menu.x + menu.width).toBeLessThanOrEqual(1280)
    expect(menu.y + menu.height).toBeLessThanOrEqual(720)
    const isOverMark =
      menu.x < mark.x + mark.width && menu.x + menu.width > mark.x && menu.y + menu.height > mark.y
    expect(isOverMark, `over the mark from ${at.x}, ${at.y}`).toBe(false)
    await fay.page.keyboard.press('Escape')
    await expect(fay.page.getByRole('menu')).toHaveCount(0)
  }
})

/** Two cards on curves; the second is selected. */
async function withTwoCards({ page }: Person): Promise<BoardPage> {
  const board = new BoardPage(page)
  await board.addInitiatives('Faster search', 'Login')
  await board.dropFromTray('Faster search', await board.pointOnPlot('sigmoid', { x: 0.5, y: 0.52 }))
  await board.dropFromTray('Login', await board.pointOnPlot('linear', { x: 0.3, y: 0.7 }))
  await board.card('Login')
  return board
}

async function rightClick(board: BoardPage, title: string): Promise<void> {
  const card = await board.card(title)
  await rightClickAt(board.page, await board.toClient({ x: card.x + 40, y: card.y + 20 }))
}

async function rightClickAt(page: Page, at: Point): Promise<void> {
  await page.mouse.click(at.x, at.y, { button: 'right' })
  await expect(page.getByRole('menu')).toBeVisible()
}

/** A window point on the paper of the template, where nothing can be selected. */
function emptyPoint(board: BoardPage): Promise<Point> {
  return board.pointOnPlot('linear', { x: 0.5, y: 0.95 })
}

function entriesOf(page: Page) {
  return page.getByRole('menuitem')
}

function pick(page: Page, name: string): Promise<void> {
  return page.getByRole('menuitem', { name }).click()
}

function selectedOn(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => window.contourProbe?.selected() ?? [])
}

function notesOn(page: Page): Promise<number> {
  return page.evaluate(
    () => window.contourProbe?.freeShapes().filter(({ type }) => type === 'note').length ?? 0,
  )
}

async function expectKeyboardOnCanvas(page: Page): Promise<void> {
  await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toContain('tl-container')
}
