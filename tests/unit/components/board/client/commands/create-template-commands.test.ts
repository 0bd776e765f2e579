import { afterEach, expect, test } from 'vitest'
import type { Atom } from '@tldraw/state'
import type { Me } from '@/components/board/board-client'
import type { Role } from '@/lib/access/roles'
import { cardShapeId, placementKey } from '@/lib/board/layout'
import { addInitiatives } from '@/lib/board/operations/initiatives'
import { setPlacements } from '@/lib/board/operations/placements'
import { listInstances, readInstance } from '@/lib/board/read'
import { FIRST_INSTANCE } from '@/lib/board/seed'
import { LIMITS } from '@/lib/sync/limits'
import { authorOf, initiativeId, seededBoard } from '@/tests/support/boards/board-builders'
import { standAt, type CanvasStand } from '../../support/canvas-stand'

const SHIP = initiativeId('ship')

let stand: CanvasStand
afterEach(() => stand.stop())

function open(role: Role): CanvasStand {
  const board = seededBoard()
  addInitiatives(board, authorOf('ada'), [{ id: SHIP, title: 'Ship' }])
  setPlacements(board, authorOf('ada'), [
    { key: placementKey(SHIP, FIRST_INSTANCE), placement: { target: 'curve:linear', x: 0.5, dx: 0, dy: 0 } },
  ])
  const made = standAt(board)
  become(made, role)
  return made
}

function become({ client }: CanvasStand, role: Role): void {
  ;(client.me as Atom<Me>).update((me) => ({ ...me, role }))
}

test('a facilitator adds, moves, renames and removes a template, each one step that undo takes back', () => {
  stand = open('facilitator')
  const { templates, undo } = stand.client
  const id = templates.add('team-map', [2_000, 0])
  if (id === null) throw new Error('the template was added')
  templates.move({ id, place: [2_100, 50], along: [] })
  templates.rename(id, 'Today')
  expect(readInstance(stand.board, id)).toMatchObject({ place: [2_100, 50], name: 'Today' })
  expect(templates.remove(id)).toBe(true)
  expect(templates.remove(id)).toBe(false)
  undo.undo()
  expect(listInstances(stand.board).map((one) => one.id)).toContain(id)
  undo.undo()
  expect(readInstance(stand.board, id)).not.toHaveProperty('name')
  undo.undo()
  expect(readInstance(stand.board, id)?.place).toEqual([2_000, 0])
  undo.undo()
  expect(listInstances(stand.board).map((one) => one.id)).toEqual([FIRST_INSTANCE])
})

test('moves in a row are one step', () => {
  stand = open('facilitator')
  const { templates, undo } = stand.client
  for (const x of [8, 16, 24]) templates.move({ id: FIRST_INSTANCE, place: [x, 0], along: [] })
  undo.undo()
  expect(readInstance(stand.board, FIRST_INSTANCE)?.place).toEqual([0, 0])
})

test.each<Role>(['participant', 'viewer'])('a %s can do none of it and is told', (role) => {
  stand = open(role)
  const { templates, notice } = stand.client
  expect(templates.mayEdit.get()).toBe(false)
  expect(templates.add('team-map', [2_000, 0])).toBeNull()
  expect(notice.get()?.sentence).toBeTruthy()
  templates.move({ id: FIRST_INSTANCE, place: [9, 9], along: [] })
  templates.rename(FIRST_INSTANCE, 'Mine')
  expect(templates.remove(FIRST_INSTANCE)).toBe(false)
  templates.setEditing(true)
  expect(templates.isEditing.get()).toBe(false)
  expect(stand.writes()).toBe(0)
})

test('taking hold of templates ends with the right to it', () => {
  stand = open('facilitator')
  const { templates } = stand.client
  expect(templates.isEditing.get()).toBe(false)
  templates.setEditing(true)
  expect(templates.isEditing.get()).toBe(true)
  become(stand, 'participant')
  expect(templates.isEditing.get()).toBe(false)
})

test('a board takes so many templates and then says so', () => {
  stand = open('facilitator')
  const { templates, notice } = stand.client
  for (let at = 1; at < LIMITS.TEMPLATES; at++) {
    expect(templates.add('team-map', [at * 2_000, 0])).not.toBeNull()
  }
  expect(templates.add('team-map', [0, 5_000])).toBeNull()
  expect(notice.get()?.sentence).toContain(String(LIMITS.TEMPLATES))
})

test('cards of a removed template go back to the tray, and undo puts them back', () => {
  stand = open('facilitator')
  const { templates, undo, view } = stand.client
  expect(view.unplaced.get()).toEqual([])
  templates.remove(FIRST_INSTANCE)
  stand.projection.flush()
  expect(view.unplaced.get()).toEqual([SHIP])
  expect(stand.store.get(cardShapeId(SHIP, FIRST_INSTANCE) as never)).toBeUndefined()
  undo.undo()
  stand.projection.flush()
  expect(view.unplaced.get()).toEqual([])
  expect(stand.store.get(cardShapeId(SHIP, FIRST_INSTANCE) as never)).toBeDefined()
})
