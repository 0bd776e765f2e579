import { atom, computed } from '@tldraw/state'
import { afterEach, expect, test } from 'vitest'
import type { Me, Notice } from '@/components/board/board-client'
import { createRemovals } from '@/components/board/removals/create-removals'
import { MANY_THINGS } from '@/components/board/removals/many-things'
import { createUndoStack } from '@/components/board/undo/create-undo-stack'
import { placementKey, type BoardDocument, type Placement } from '@/lib/board/layout'
import { addInitiatives, setInitiativeDeleted } from '@/lib/board/operations/initiatives'
import { setPlacements } from '@/lib/board/operations/placements'
import { createRecords, deleteRecords } from '@/lib/board/operations/records'
import { findRecord, readInitiative, readPlacement } from '@/lib/board/read'
import { FIRST_INSTANCE } from '@/lib/board/seed'
import type { PersonId } from '@/lib/ids'
import type { PresenceUser } from '@/lib/sync/presence'
import {
  NOW,
  authorOf,
  copyOf,
  geoRecord,
  groupRecord,
  initiativeId,
  seededBoard,
  syncBoards,
} from '@/tests/support/boards/board-builders'
import { FakeClock } from '@/tests/support/fake-clock'

const BO_CLIENT = 77
const BO: PresenceUser = { personId: 'bo', name: 'Bo', role: 'participant', colorSlot: 1 }
const PLACE = { target: 'frame', dx: 10, dy: 20 }
const CARDS = Array.from({ length: MANY_THINGS + 1 }, (_, at) => initiativeId(`card-${at}`))
const keyOf = (id: (typeof CARDS)[number]) => placementKey(id, FIRST_INSTANCE)

const undos: (() => void)[] = []
afterEach(() => {
  for (const undo of undos.splice(0)) undo()
})

function stand(
  changes: {
    role?: Me['role']
    isSynced?: boolean
    people?: readonly PresenceUser[] | (() => readonly PresenceUser[])
  } = {},
) {
  const board = seededBoard()
  addInitiatives(
    board,
    authorOf('fay'),
    CARDS.map((id) => ({ id, title: id })),
  )
  put(board, 'fay', CARDS, PLACE)
  createRecords(board, authorOf('bo'), [geoRecord('shape:of-bo')])
  const bo = copyOf(board, BO_CLIENT)
  const clock = new FakeClock(NOW)
  const canEdit = atom('can edit', true)
  const me = atom<Me>('me', {
    personId: 'fay' as PersonId,
    name: 'Fay',
    role: changes.role ?? 'facilitator',
    colorSlot: 0,
  })
  const author = (origin: 'person' | 'undo' | 'import' | 'server') => authorOf('fay', origin)
  const undo = createUndoStack({ board, author, now: () => clock.now(), canEdit: () => canEdit.get() })
  const given = changes.people ?? [BO]
  const people = computed('people', () => (typeof given === 'function' ? given() : given))
  const told: Omit<Notice, 'id'>[] = []
  const removals = createRemovals({
    ...{ board, me, canEdit, author, undo, clock },
    tell: (notice) => told.push(notice),
    isSynced: atom('is synced', changes.isSynced ?? true),
    isFromOthers: (origin) => origin === 'remote',
    userOf: (clientId) => people.get().find(() => clientId === BO_CLIENT) ?? null,
    people,
  })
  undos.push(
    () => removals.stop(),
    () => undo.stop(),
  )
  return { board, bo, clock, me, undo, canEdit, told, removals }
}

function put(board: BoardDocument, by: string, ids: typeof CARDS, placement: Placement | null): void {
  const changes = ids.map((id) => ({ key: keyOf(id), placement }))
  setPlacements(board, authorOf(by), changes)
}

function takeAway(board: BoardDocument, bo: BoardDocument, ids = CARDS): void {
  put(bo, 'bo', ids, null)
  syncBoards(board, bo)
}

function draw(board: BoardDocument, by: string, ids: readonly string[]): void {
  createRecords(
    board,
    authorOf(by),
    ids.map((id) => geoRecord(id, { meta: { createdBy: by } })),
  )
}

test('who runs the workshop hears who took much away, and puts all of it back as one step of theirs', () => {
  const { board, bo, undo, removals } = stand()
  takeAway(board, bo)
  expect(removals.latest.get()).toMatchObject({ name: 'Bo' })
  expect(removals.latest.get()?.things).toHaveLength(CARDS.length)
  removals.putBack()
  for (const id of CARDS) expect(readPlacement(board, keyOf(id))).toEqual(PLACE)
  expect(removals.latest.get()).toBeNull()
  undo.undo()
  for (const id of CARDS) expect(readPlacement(board, keyOf(id))).toBeNull()
  expect(undo.canUndo.get()).toBe(false)
  expect(removals.latest.get(), 'what I took back myself is no news').toBeNull()
})

test('what was deleted by its owner comes back, drawings inside each other too', () => {
  const { board, bo, removals } = stand()
  createRecords(bo, authorOf('fay'), [
    groupRecord('shape:group'),
    geoRecord('shape:in', { parentId: 'shape:group' }),
  ])
  syncBoards(board, bo)
  const inside = findRecord(board, 'shape:in')
  bo.doc.transact(() => {
    for (const id of CARDS) setInitiativeDeleted(bo, authorOf('bo'), { id, deleted: true })
    deleteRecords(bo, authorOf('bo'), ['shape:group', 'shape:in'])
  })
  syncBoards(board, bo)
  removals.putBack()
  for (const id of CARDS) expect(readInitiative(board, id)?.deleted).toBeUndefined()
  expect(findRecord(board, 'shape:in')).toEqual(inside)
})

test('few things, and things of their own, are nobody else’s business', () => {
  const { board, bo, removals } = stand()
  draw(
    bo,
    'bo',
    CARDS.map((id) => `shape:${id}`),
  )
  syncBoards(board, bo)
  bo.doc.transact(() => {
    deleteRecords(
      bo,
      authorOf('bo'),
      CARDS.map((id) => `shape:${id}`),
    )
    put(bo, 'bo', CARDS.slice(0, MANY_THINGS - 1), null)
  })
  syncBoards(board, bo)
  expect(removals.latest.get()).toBeNull()
})

test('what goes one soon after the other belongs together, what goes later does not', async () => {
  const { board, bo, clock, removals } = stand()
  takeAway(board, bo, CARDS.slice(0, 3))
  await clock.advance(2_000)
  takeAway(board, bo, CARDS.slice(3, 5))
  expect(removals.latest.get()?.things).toHaveLength(5)
  await clock.advance(4_000)
  takeAway(board, bo, CARDS.slice(5))
  expect(removals.latest.get()?.things).toHaveLength(5)
})

test('what came back by itself is no longer told, and is not put back again', () => {
  const { board, bo, undo, removals } = stand()
  takeAway(board, bo)
  const other = { target: 'frame', dx: 90, dy: 90 }
  const [first = CARDS[0], ...rest] = CARDS
  if (!first) throw new Error('There are cards.')
  setPlacements(bo, authorOf('bo'), [{ key: keyOf(first), placement: other }])
  syncBoards(board, bo)
  expect(removals.latest.get()?.things).toHaveLength(CARDS.length - 1)
  removals.putBack()
  expect(readPlacement(board, keyOf(first))).toEqual(other)
  undo.undo()
  takeAway(board, bo)
  put(bo, 'bo', rest, PLACE)
  setPlacements(bo, authorOf('bo'), [{ key: keyOf(first), placement: PLACE }])
  syncBoards(board, bo)
  expect(removals.latest.get()).toBeNull()
})

test('nobody is named who is not here any more, nor for what others may have done', () => {
  const { board, bo, removals } = stand({ people: [] })
  takeAway(board, bo)
  expect(removals.latest.get()).toMatchObject({ name: null })
})

test('participants, and pages that only catch up with the board, are told nothing', () => {
  const participant = stand({ role: 'participant' })
  takeAway(participant.board, participant.bo)
  expect(participant.removals.latest.get()).toBeNull()
  const behind = stand({ isSynced: false })
  takeAway(behind.board, behind.bo)
  expect(behind.removals.latest.get()).toBeNull()
})

test('nothing is put back while the board cannot be saved, and it can be put back later', () => {
  const { board, bo, canEdit, told, removals } = stand()
  takeAway(board, bo)
  canEdit.set(false)
  removals.putBack()
  expect(told).toHaveLength(1)
  expect(removals.latest.get()?.things).toHaveLength(CARDS.length)
})

test('what is meant to go is told no more', () => {
  const { board, bo, removals } = stand()
  takeAway(board, bo)
  removals.dismiss()
  expect(removals.latest.get()).toBeNull()
  expect(readPlacement(board, keyOf(CARDS[0] ?? initiativeId('')))).toBeNull()
})

test('what is small and old makes room, and never what is large', async () => {
  const { board, bo, clock, removals } = stand()
  draw(
    bo,
    'cy',
    Array.from({ length: 12 }, (_, at) => `shape:${at}`),
  )
  takeAway(board, bo)
  for (let at = 0; at < 12; at++) {
    await clock.advance(4_000)
    deleteRecords(bo, authorOf('bo'), [`shape:${at}`])
    syncBoards(board, bo)
  }
  expect(removals.latest.get()?.things).toHaveLength(CARDS.length)
})

test('it is told until all of it is back', () => {
  const { board, bo, removals } = stand()
  takeAway(board, bo)
  put(bo, 'bo', CARDS.slice(1), PLACE)
  syncBoards(board, bo)
  expect(removals.latest.get()?.things).toHaveLength(1)
})

test('drawings alone, of which nothing says who took them away, are told unless one of the others made all of them', () => {
  const { board, bo, removals } = stand()
  const ids = CARDS.map((id) => `shape:${id}`)
  draw(bo, 'bo', ids)
  syncBoards(board, bo)
  deleteRecords(bo, authorOf('bo'), ids)
  syncBoards(board, bo)
  expect(removals.latest.get()).toBeNull()
  draw(board, 'fay', ids)
  syncBoards(board, bo)
  deleteRecords(bo, authorOf('bo'), ids)
  syncBoards(board, bo)
  expect(removals.latest.get()?.things).toHaveLength(ids.length)
})

test.each(['before', 'after'])(
  'what the server refused of mine is nothing that was taken away, told %s',
  (when) => {
    const { board, bo, removals } = stand()
    const ids = CARDS.map((id) => `shape:${id}`)
    const tell = () => ids.forEach((id) => removals.refused(`records/${id}`))
    draw(board, 'fay', ids)
    syncBoards(board, bo)
    if (when === 'before') tell()
    deleteRecords(bo, authorOf('server'), ids)
    syncBoards(board, bo)
    if (when === 'after') tell()
    expect(removals.latest.get()).toBeNull()
  },
)

test('what I take away on another page of mine is no news', () => {
  const { board, bo, removals } = stand({
    people: [{ personId: 'fay', name: 'Fay', role: 'facilitator', colorSlot: 0 }],
  })
  takeAway(board, bo)
  expect(removals.latest.get()).toBeNull()
})

test('who has gone meanwhile is still named for what follows at once', () => {
  const people = atom<readonly PresenceUser[]>('people', [BO])
  const { board, bo, removals } = stand({ people: () => people.get() })
  const away = (id: (typeof CARDS)[number]): void => {
    setInitiativeDeleted(bo, authorOf('bo'), { id, deleted: true })
    syncBoards(board, bo)
  }
  CARDS.slice(0, MANY_THINGS).forEach(away)
  people.set([])
  CARDS.slice(MANY_THINGS).forEach(away)
  expect(removals.latest.get()).toMatchObject({ name: 'Bo' })
  expect(removals.latest.get()?.things).toHaveLength(CARDS.length)
})

test('initiatives and drawings that somebody restores themselves are back', () => {
  const { board, bo, removals } = stand()
  createRecords(board, authorOf('fay'), [geoRecord('shape:mine', { meta: { createdBy: 'fay' } })])
  syncBoards(board, bo)
  const record = findRecord(bo, 'shape:mine')
  if (!record) throw new Error('The drawing is there.')
  bo.doc.transact(() => {
    for (const id of CARDS) setInitiativeDeleted(bo, authorOf('bo'), { id, deleted: true })
    deleteRecords(bo, authorOf('bo'), ['shape:mine'])
  })
  syncBoards(board, bo)
  expect(removals.latest.get()?.things).toHaveLength(CARDS.length + 1)
  for (const id of CARDS) setInitiativeDeleted(bo, authorOf('bo'), { id, deleted: false })
  createRecords(bo, authorOf('bo'), [record])
  syncBoards(board, bo)
  expect(removals.latest.get()).toBeNull()
})

test('once stopped it hears nothing more', () => {
  const { board, bo, removals } = stand()
  removals.stop()
  takeAway(board, bo)
  expect(removals.latest.get()).toBeNull()
})
