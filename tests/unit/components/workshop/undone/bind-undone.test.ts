import { atom } from '@tldraw/state'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { BoardClient, Notice } from '@/components/board/board-client'
import { createBoardView } from '@/components/board/client/view/create-board-view'
import { createTeller } from '@/components/board/client/create-teller'
import { createUndoStack } from '@/components/board/undo/create-undo-stack'
import { bindUndone } from '@/components/workshop/undone/bind-undone'
import { createRecords, deleteRecords, updateRecords } from '@/lib/board/operations/records'
import { NOW, authorOf, geoRecord, seededBoard } from '@/tests/support/boards/board-builders'

const ADA = authorOf('ada')
const BOX = 'shape:box'
const BALL = 'shape:ball'

/** What waits for the next picture of the page. */
const pictures = new Map<number, () => void>()
let lastFrame = 0
const stops: (() => void)[] = []

beforeEach(() => {
  vi.stubGlobal('requestAnimationFrame', (draw: () => void) => {
    pictures.set(++lastFrame, draw)
    return lastFrame
  })
  vi.stubGlobal('cancelAnimationFrame', (frame: number) => pictures.delete(frame))
})
afterEach(() => {
  for (const stop of stops.splice(0)) stop()
  vi.unstubAllGlobals()
  pictures.clear()
})

/** A page that shows those drawings of its board whose ids are in `inView`. */
function openPage() {
  const board = seededBoard()
  const view = createBoardView(board)
  const undo = createUndoStack({
    board,
    author: (origin) => authorOf('ada', origin),
    now: () => NOW,
    canEdit: () => true,
  })
  const notice = atom<Notice | null>('notice', null)
  const inView = new Set<string>()
  const shown: unknown[] = []
  const heard: string[] = []
  const selected: (readonly string[])[] = []
  const shapesSeen = (ids: readonly string[]) =>
    new Map(ids.filter((id) => board.records.has(id)).map((id) => [id, inView.has(id)]))
  const client = {
    ...{ board, view, undo, notice, tell: createTeller(notice) },
    inspected: atom('inspected', null),
    canvas: atom('canvas', { shapesSeen, selectReturned: (ids: readonly string[]) => selected.push(ids) }),
  } as unknown as BoardClient
  const unbind = bindUndone({
    client,
    show: (place) => shown.push(place),
    hear: (sentence) => heard.push(sentence),
  })
  stops.push(unbind, undo.stop, view.stop)
  return {
    unbind,
    ...{ notice, inView, shown, heard, selected, client },
    add: (id: string) => undo.push(createRecords(board, ADA, [geoRecord(id)])),
    remove: (id: string) => undo.push(deleteRecords(board, ADA, [id])),
    move: (id: string) =>
      undo.push(updateRecords(board, ADA, [{ before: geoRecord(id), after: geoRecord(id, { x: 40 }) }])),
    undo: () => undo.undo(),
    redo: () => undo.redo(),
    draw: () => {
      for (const draw of pictures.values()) draw()
      pictures.clear()
    },
  }
}

test('what is taken back out of sight is told, with a way to it', () => {
  const page = openPage()
  page.add(BOX)
  page.move(BOX)
  page.undo()
  page.draw()
  expect(page.notice.get()).toMatchObject({ tone: 'info', sentence: 'Undone: moved a drawing.' })
  page.notice.get()?.show?.()
  expect(page.shown).toEqual([{ shapeId: BOX }])
  page.redo()
  page.draw()
  expect(page.notice.get()?.sentence).toBe('Redone: moved a drawing.')
})

test('there is no way to what is gone', () => {
  const page = openPage()
  page.add(BOX)
  page.undo()
  page.draw()
  expect(page.notice.get()?.sentence).toBe('Undone: added a drawing.')
  expect(page.notice.get()).not.toHaveProperty('show')
})

test.each([
  ['before', { before: [BOX], after: [] }],
  ['after', { before: [], after: [BOX] }],
])('nothing is told of what was in sight %s', (_when, { before, after }) => {
  const page = openPage()
  page.add(BOX)
  page.move(BOX)
  before.forEach((id) => page.inView.add(id))
  page.undo()
  page.inView.clear()
  after.forEach((id) => page.inView.add(id))
  page.draw()
  expect(page.notice.get()).toBeNull()
})

test('what was told of one step goes with the next that is in sight, and nothing else does', () => {
  const page = openPage()
  page.add(BOX)
  page.add(BALL)
  page.undo()
  page.draw()
  expect(page.notice.get()).not.toBeNull()
  page.inView.add(BALL)
  page.redo()
  page.draw()
  expect(page.notice.get()).toBeNull()
  page.client.tell({ tone: 'info', sentence: 'Else.' })
  page.undo()
  page.draw()
  expect(page.notice.get()?.sentence).toBe('Else.')
})

test('what is said before the page is drawn says more, and stays', () => {
  const page = openPage()
  page.add(BOX)
  page.undo()
  page.client.tell({ tone: 'attention', sentence: 'Else.' })
  page.draw()
  expect(page.notice.get()?.sentence).toBe('Else.')
})

test('of two steps in one moment the later one is told', () => {
  const page = openPage()
  page.add(BOX)
  page.move(BOX)
  page.undo()
  page.undo()
  expect(pictures.size).toBe(1)
  page.draw()
  expect(page.notice.get()?.sentence).toBe('Undone: added a drawing.')
})

test('what is deleted, and what is undone in sight, is told to those who hear the page', () => {
  const page = openPage()
  page.add(BOX)
  page.remove(BOX)
  page.draw()
  expect(page.heard).toEqual(['Deleted a drawing.'])
  page.inView.add(BOX)
  page.undo()
  page.draw()
  expect(page.heard.slice(1)).toEqual(['Undone: deleted a drawing.'])
  expect(page.notice.get()).toBeNull()
})

test('what comes back in sight is selected again, and what only moved is not', () => {
  const page = openPage()
  page.inView.add(BOX)
  page.add(BOX)
  page.move(BOX)
  page.remove(BOX)
  page.undo()
  page.draw()
  page.undo()
  page.draw()
  expect(page.selected).toEqual([[BOX], []])
})

test('nothing is told by a page that is left', () => {
  const page = openPage()
  page.add(BOX)
  page.undo()
  page.unbind()
  page.redo()
  page.draw()
  expect(page.notice.get()).toBeNull()
})
