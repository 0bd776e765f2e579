import { expect, test, type Browser } from '@playwright/test'
import { readRecord } from '@/lib/board/read'
import { BoardPage } from '../support/pages/board-page'
import { crashCanvas, waitForNewCanvas } from '../support/pages/canvas-crash'
import { createBoard, joinBoard, readLinks, waitUntilSaved, type Person } from '../support/pages/people'
import { connectAs, type PlainClient } from '../support/rooms/plain-client'
import { OwnServer } from '../support/servers/own-server'

const server = OwnServer.ofThisFile()
let fay: Person
let pat: Person
let fayBoard: BoardPage
let patBoard: BoardPage

test.beforeEach(async ({ browser }) => {
  await openTwo(browser)
  await fayBoard.addInitiatives('Carried', 'Resting')
  await fayBoard.dropFromTray('Carried', await fayBoard.pointOnPlot('linear', { x: 0.5, y: 0.5 }))
  await fayBoard.dropFromTray('Resting', await fayBoard.pointOnPlot('quick-taper', { x: 0.5, y: 0.5 }))
  await patBoard.card('Carried')
  await patBoard.card('Resting')
  await waitUntilSaved(fay.page)
})

test('a canvas that falls over comes back with everything, at rest and with a card in the hand', async () => {
  const before = await fayBoard.cards()
  const zoom = await fay.page.evaluate(() => window.contourProbe?.zoom())

  await test.step('at rest', async () => {
    await crashCanvas(fay.page)
    await waitForNewCanvas(fay.page)
    await expect.poll(() => fayBoard.cards()).toEqual(before)
    expect(await fay.page.evaluate(() => window.contourProbe?.zoom())).toBe(zoom)
    await fayBoard.moveCard('Resting', { x: 40, y: 30 })
    await expectSamePlace('Resting')
    expect(await fayBoard.card('Resting')).not.toEqual(before.find(({ title }) => title === 'Resting'))
  })

  await test.step('in the middle of a drag', async () => {
    await fayBoard.carryCard('Carried', { x: 60, y: -40 })
    await expect.poll(async () => (await patBoard.card('Carried')).x).not.toBe(placeOf(before, 'Carried').x)
    await crashCanvas(fay.page)
    await fay.page.mouse.up()
    await waitForNewCanvas(fay.page)
    await expectSamePlace('Carried')
    await fayBoard.moveCard('Carried', { x: 30, y: 30 })
    await expectSamePlace('Carried')
    await waitUntilSaved(fay.page)
  })

  await test.step('and for good where it never stops: then it says so', async () => {
    await crashCanvas(fay.page)
    await waitForNewCanvas(fay.page)
    await expect.poll(() => fayBoard.cards()).toHaveLength(2)
    await crashCanvas(fay.page)
    await expect(fay.page.getByText('The drawing stopped.')).toBeVisible()
    await fay.page.getByRole('button', { name: 'Reload' }).click()
    await expectSamePlace('Carried')
  })
})

test('a card in another hand says nothing of where it stood, and once it is let go where it stands', async () => {
  const reading = pat.page
    .locator('.tl-shape[data-shape-type="card"]', { hasText: 'Carried' })
    .locator('[data-whole]')
  await expect(reading).toHaveText(/^Spent (49|50|51), banked/)
  const [from, to] = [
    await fayBoard.pointOnPlot('linear', { x: 0.5, y: 0.5 }),
    await fayBoard.pointOnPlot('linear', { x: 0.25, y: 0.75 }),
  ]
  await fayBoard.carryCard('Carried', { x: to.x - from.x, y: to.y - from.y })
  await expect(reading).toHaveCount(0)
  await fay.page.mouse.up()
  await expect(reading).toHaveText(/^Spent [12]\d, banked/)
})

test('Alt in the middle of a drag leaves the card and carries a copy; without Alt it is the card again', async () => {
  const before = await fayBoard.card('Carried')
  await fayBoard.carryCard('Carried', { x: 90, y: 60 })
  await fay.page.keyboard.down('Alt')
  await expect.poll(() => countOf(fayBoard, 'Carried')).toBe(2)
  await fay.page.keyboard.up('Alt')
  await expect.poll(() => countOf(fayBoard, 'Carried')).toBe(1)
  expect((await fayBoard.card('Carried')).x).not.toBe(before.x)

  await fay.page.keyboard.down('Alt')
  await expect.poll(() => countOf(fayBoard, 'Carried')).toBe(2)
  await fay.page.mouse.up()
  await fay.page.keyboard.up('Alt')
  await expect.poll(() => countOf(patBoard, 'Carried')).toBe(2)
  await expect
    .poll(async () => (await patBoard.cards()).filter(({ id }) => id === before.id))
    .toEqual([before])
  await expect.poll(async () => samePlaces(await fayBoard.cards(), await patBoard.cards())).toBe(true)

  await fay.page.keyboard.press('ControlOrMeta+z')
  await expect.poll(() => countOf(patBoard, 'Carried')).toBe(1)
  await expect.poll(() => patBoard.card('Carried')).toEqual(before)
  expect(fay.complaints).toEqual([])
})

test('Escape with a copy in the hand leaves one card where it was, for everybody', async () => {
  const before = await fayBoard.card('Carried')
  await fayBoard.carryCard('Carried', { x: 90, y: 60 })
  await fay.page.keyboard.down('Alt')
  await expect.poll(() => countOf(fayBoard, 'Carried')).toBe(2)
  await fay.page.keyboard.press('Escape')
  await fay.page.keyboard.up('Alt')
  await fay.page.mouse.up()
  for (const board of [fayBoard, patBoard]) {
    await expect.poll(() => countOf(board, 'Carried')).toBe(1)
    await expect.poll(() => board.card('Carried')).toEqual(before)
  }
})

test('Escape after a long drag puts back what was carried and nothing that others did meanwhile', async () => {
  const before = await fayBoard.card('Carried')
  await fayBoard.carryCard('Carried', { x: 90, y: 60 })
  await expect.poll(async () => (await patBoard.card('Carried')).x).not.toBe(before.x)

  // Longer than the second after which a gesture is committed in between.
  await patBoard.moveCard('Resting', { x: 50, y: 40 })
  const held = await patBoard.card('Carried')
  const at = await patBoard.toClient({ x: held.x + 60, y: held.y + 30 })
  await pat.page.mouse.dblclick(at.x, at.y)
  await expect(pat.page.getByRole('textbox', { name: 'Title' })).toBeFocused()
  await pat.page.keyboard.press('End')
  await pat.page.keyboard.type(' together')
  await pat.page.keyboard.press('Enter')
  await fayBoard.card('Carried together')
  const says = before.says.replace('Carried', 'Carried together')
  const renamed = { ...before, title: 'Carried together', says }
  await patBoard.addInitiatives('New meanwhile')

  await fay.page.keyboard.press('Escape')
  await fay.page.mouse.up()
  for (const board of [fayBoard, patBoard]) {
    await expect.poll(() => board.card('Carried together')).toEqual(renamed)
    await expect(board.trayCard('New meanwhile')).toBeVisible()
  }
  await expectSamePlace('Resting')
  await Promise.all([waitUntilSaved(fay.page), waitUntilSaved(pat.page)])
})

test('Escape takes back a drag of notes that was saved in between, and keeps what another wrote on one', async () => {
  await fay.page.getByRole('button', { name: 'Note' }).click()
  await fay.page.mouse.click(960, 620)
  await fay.page.keyboard.type('Idea')
  await fay.page.keyboard.press('Escape')
  await expect(pat.page.locator('.tl-canvas').getByText('Idea')).toBeVisible()
  const before = await notePlace(patBoard)
  // A client that hears no gestures learns of those alone that were saved in between.
  const plain = await connectAs(pat, server, new URL(pat.page.url()).pathname)

  await fayBoard.carry({ x: 960, y: 620 }, { x: 820, y: 560 })
  await expect.poll(() => savedNoteX(plain)).not.toBe(before.x)
  plain.stop()
  const note = pat.page.locator('.tl-canvas').getByText('Idea')
  await note.dblclick()
  await pat.page.keyboard.press('End')
  await pat.page.keyboard.type(' grows')
  await expect(fay.page.locator('.tl-canvas').getByText('Idea grows')).toBeVisible()
  await pat.page.keyboard.press('Escape')
  await fay.page.keyboard.press('Escape')
  await fay.page.mouse.up()
  for (const board of [fayBoard, patBoard]) {
    await expect.poll(() => notePlace(board)).toEqual(before)
    await expect(board.page.locator('.tl-canvas').getByText('Idea grows').first()).toBeVisible()
  }
})

async function openTwo(browser: Browser): Promise<void> {
  ;[fay, pat] = await server.visitors(browser, 'Fay', 'Pat')
  await createBoard(fay, server.origin, 'Hands')
  await joinBoard(pat, server.origin + (await readLinks(fay)).participant)
  fayBoard = new BoardPage(fay.page)
  patBoard = new BoardPage(pat.page)
}

async function expectSamePlace(title: string): Promise<void> {
  const isSame = async (): Promise<boolean> =>
    samePlaces([await fayBoard.card(title)], [await patBoard.card(title)])
  await expect.poll(isSame, `${title} stands for both in the same place`).toBe(true)
}

type Cards = Awaited<ReturnType<BoardPage['cards']>>

function samePlaces(one: Cards, other: Cards): boolean {
  const places = (cards: Cards): string =>
    JSON.stringify(cards.map(({ id, x, y, target }) => [id, x, y, target]).sort())
  return places(one) === places(other)
}

function placeOf(cards: Cards, title: string): { x: number; y: number } {
  const found = cards.find((card) => card.title === title)
  return { x: found?.x ?? 0, y: found?.y ?? 0 }
}

async function countOf(board: BoardPage, title: string): Promise<number> {
  return (await board.cards()).filter((card) => card.title === title).length
}

async function notePlace(board: BoardPage): Promise<{ x: number; y: number }> {
  const shapes = await board.page.evaluate(() => window.contourProbe?.freeShapes() ?? [])
  const note = shapes.find(({ type }) => type === 'note')
  return { x: note?.x ?? 0, y: note?.y ?? 0 }
}

function savedNoteX({ board }: PlainClient): number | null {
  const records = [...board.records.values()].flatMap((map) => readRecord(map) ?? [])
  const x = records.find(({ type }) => type === 'note')?.['x']
  return typeof x === 'number' ? x : null
}
