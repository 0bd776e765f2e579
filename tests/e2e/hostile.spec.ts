import { expect, test } from '@playwright/test'
import type { BoardRecord, Json } from '@/lib/board/layout'
import { createRecords } from '@/lib/board/operations/records'
import type { Author } from '@/lib/board/step'
import type { PersonId } from '@/lib/ids'
import {
  arrowRecord,
  bindingRecord,
  geoRecord,
  groupRecord,
  noteRecord,
} from '../support/boards/board-builders'
import { BoardPage } from '../support/pages/board-page'
import { createBoard, openBrowserOf, waitUntilSaved, type Person } from '../support/pages/people'
import { connectAs, type PlainClient } from '../support/rooms/plain-client'
import { startContourServer, type ContourServer } from '../support/servers/contour-server'

let server: ContourServer
let fay: Person
let board: BoardPage
let raw: PlainClient

test.beforeAll(async () => {
  server = await startContourServer()
})
test.beforeEach(async ({ browser }) => {
  fay = await openBrowserOf(browser, 'Fay')
  raw = await connectAs(fay, server, await createBoard(fay, server.origin, 'Hostile'))
  board = new BoardPage(fay.page)
})
test.afterEach(async () => {
  raw.stop()
  expect(fay.complaints).toEqual([])
  await fay.context.close()
})
test.afterAll(() => server.stop())

test('what no canvas can draw is kept out of everybody’s, one by one', async () => {
  const text = (letters: string): Json => ({
    type: 'doc',
    content: [{ type: 'paragraph', content: [{ type: 'text', text: letters }] }],
  })
  const stroke = { color: 'black', size: 'm', segments: [], isComplete: true, isPen: false, scale: 1 }
  const line = { dash: 'draw', size: 'm', color: 'black', spline: 'line', scale: 1, points: {} }
  const twofold = { a1: { id: 'a1', index: 'a1', x: 0, y: 0 }, a2: { id: 'a2', index: 'a1', x: 9, y: 9 } }
  const poison: BoardRecord[] = [
    { ...geoRecord('shape:empty-highlight'), type: 'highlight', props: stroke },
    {
      ...geoRecord('shape:empty-draw'),
      type: 'draw',
      props: { ...stroke, fill: 'none', dash: 'draw', isClosed: false },
    },
    { ...geoRecord('shape:empty-line'), type: 'line', props: line },
    { ...geoRecord('shape:twofold-line'), type: 'line', props: { ...line, points: twofold } },
    withProps(geoRecord('shape:cloud'), { geo: 'cloud', w: 1e7, h: 1e7 }),
    withProps(geoRecord('shape:word'), { richText: text('x'.repeat(19_000)) }),
    withProps(arrowRecord('shape:arc'), { bend: 1e7 }),
  ]
  for (const [at, record] of poison.entries()) {
    write(record)
    await expect.poll(() => raw.refusals.length, record.id).toBe(at + 1)
  }
  await expectToWork('shape:sound')
})

test('arrows that hang on each other move nobody’s canvas for ever', async () => {
  write(
    arrowRecord('shape:one', { index: 'a5' }),
    arrowRecord('shape:two', { index: 'a6' }),
    geoRecord('shape:box', { index: 'a7', parentId: 'shape:one' }),
    bindingRecord('binding:itself', 'shape:one', 'shape:one'),
    bindingRecord('binding:there', 'shape:one', 'shape:two'),
    bindingRecord('binding:back', 'shape:two', 'shape:one'),
    bindingRecord('binding:box', 'shape:box', 'shape:one'),
    bindingRecord('binding:sound', 'shape:one', 'shape:box'),
  )
  await expect.poll(freeShapes).toEqual(['shape:box', 'shape:one', 'shape:two'])
  await expect.poll(bindings).toEqual(['binding:sound'])
  await expectToWork('shape:sound')
})

test('arrows that hang on groups they lie in, or that hang on theirs, stop nobody’s canvas', async () => {
  write(
    groupRecord('shape:one', { index: 'a5' }),
    groupRecord('shape:two', { index: 'a6' }),
    arrowRecord('shape:itself', { parentId: 'shape:one' }),
    arrowRecord('shape:there', { index: 'a2', parentId: 'shape:one' }),
    arrowRecord('shape:back', { parentId: 'shape:two' }),
    geoRecord('shape:beside', { index: 'a2', parentId: 'shape:two' }),
    bindingRecord('binding:itself', 'shape:itself', 'shape:one'),
    bindingRecord('binding:there', 'shape:there', 'shape:two'),
    bindingRecord('binding:back', 'shape:back', 'shape:one'),
    bindingRecord('binding:sound', 'shape:back', 'shape:beside'),
  )
  await expect.poll(bindings).toEqual(['binding:sound'])
  await expectToWork('shape:sound')
})

test('an arrow between two ends of the world is a plain line', async () => {
  write(
    geoRecord('shape:near', { index: 'a5', x: 100, y: 100 }),
    geoRecord('shape:far', { index: 'a6', x: 100, y: 9_000_000 }),
    withProps(arrowRecord('shape:short', { index: 'a7', x: 60, y: 60 }), { bend: 40 }),
    withProps(arrowRecord('shape:long', { index: 'a8' }), { bend: 4_000, dash: 'dotted' }),
    bindingRecord('binding:near', 'shape:long', 'shape:near'),
    withProps(bindingRecord('binding:far', 'shape:long', 'shape:far'), { terminal: 'end' }),
  )
  const drawn = (id: string, as: string) =>
    fay.page.locator(`[data-shape-id="${id}"] .tl-svg-container ${as}`)
  await expect(drawn('shape:long', 'line')).toHaveCount(1)
  await expect(drawn('shape:long', 'path')).toHaveCount(0)
  await expect(drawn('shape:short', 'path').first()).toBeAttached()
  await expect(drawn('shape:short', 'line')).toHaveCount(0)
  await expectToWork('shape:sound')
})

test('what lies many layers deep is drawn without hatching and shadows, hatched again from further away', async () => {
  const hatched = Array.from({ length: 12 }, (_, at) =>
    withProps(geoRecord(`shape:deep-${at}`, { index: `a${at + 10}`, x: -300, y: -300 }), {
      ...{ w: 2_000, h: 2_000, fill: 'pattern' },
    }),
  )
  const hatching = fay.page.locator('[data-shape-id="shape:deep-0"] path[fill*="hash_pattern"]')
  const note = fay.page.locator('[data-shape-id="shape:note"] .tl-note__container')
  write(noteRecord('shape:note', { index: 'a1', x: 200, y: 500 }))
  await expect(note).not.toHaveCSS('box-shadow', 'none')
  write(...hatched)
  await expect(hatching).toHaveCSS('fill', /^color/)
  await expect(note).toHaveCSS('box-shadow', 'none')
  for (const zoom of ['50 %', '40 %', '30 %', '20 %']) {
    await fay.page.getByRole('button', { name: 'Zoom out' }).click()
    await expect(fay.page.getByRole('button', { name: zoom })).toBeVisible()
  }
  await expect(hatching).toHaveCSS('fill', /hash_pattern/)
})

test('nobody is told the id of what is only just being drawn, under which they could put something else', async () => {
  const told = (): string[] => [
    ...raw.gestures.flatMap(({ frame }) => (frame.kind === 'start' ? frame.records.map(({ id }) => id) : [])),
    ...[...raw.provider.awareness.getStates().values()].flatMap(
      (state) => (state['selection'] ?? []) as string[],
    ),
  ]
  const box = await fay.page.locator('.tl-canvas').boundingBox()
  const { x, y } = { x: (box?.x ?? 0) + 300, y: (box?.y ?? 0) + 90 }
  for (const [at, tool] of ['d', 'a'].entries()) {
    raw.gestures.length = 0
    await fay.page.keyboard.press(tool)
    await fay.page.mouse.move(x, y)
    await fay.page.mouse.down()
    await fay.page.mouse.move(x + 80, y + 30, { steps: 4 })
    await expect.poll(() => raw.gestures.some(({ frame }) => frame.kind === 'start'), tool).toBe(true)
    expect(told().filter((id) => !raw.board.records.has(id))).toEqual([])
    await fay.page.mouse.up()
    await expect.poll(freeShapes).toHaveLength(at + 1)
  }
})

/** A sound shape arrives, the page can be worked with, and a reload shows the same. */
async function expectToWork(id: string): Promise<void> {
  write(geoRecord(id, { index: 'a9', x: 200, y: 60 }))
  await expect.poll(freeShapes).toContain(id)
  const shown = await freeShapes()
  await board.addInitiatives('Still working')
  await waitUntilSaved(fay.page)
  await fay.page.reload()
  await expect.poll(freeShapes).toEqual(shown)
  expect(raw.closedWith()).toBeNull()
}

function write(...records: BoardRecord[]): void {
  const author: Author = { personId: raw.personId as PersonId, now: Date.now(), origin: 'person' }
  const meta = { createdBy: author.personId, createdAt: author.now }
  createRecords(
    raw.board,
    author,
    records.map((record) => (record.typeName === 'shape' ? { ...record, meta } : record)),
  )
}

function withProps(record: BoardRecord, props: Record<string, Json>): BoardRecord {
  return { ...record, props: { ...(record['props'] as Record<string, Json>), ...props } }
}

function bindings(): string[] {
  return [...raw.board.records.keys()].filter((id) => id.startsWith('binding:'))
}

async function freeShapes(): Promise<string[]> {
  const shapes = await fay.page.evaluate(() => window.contourProbe?.freeShapes() ?? [])
  return shapes.map(({ id }) => id).sort()
}
