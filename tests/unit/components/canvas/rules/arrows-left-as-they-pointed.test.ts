import type { Editor, TLArrowBinding, TLArrowShape, TLShapeId } from 'tldraw'
import { afterEach, expect, test } from 'vitest'
import { leaveArrowsAsTheyPointed } from '@/components/canvas/rules/arrows-left-as-they-pointed'
import { cardShapeId, placementKey } from '@/lib/board/layout'
import { addInitiatives } from '@/lib/board/operations/initiatives'
import { setPlacements } from '@/lib/board/operations/placements'
import { createRecords, deleteRecords, updateRecords } from '@/lib/board/operations/records'
import { findRecord } from '@/lib/board/read'
import { FIRST_INSTANCE } from '@/lib/board/seed'
import {
  arrowRecord,
  authorOf,
  bindingRecord,
  geoRecord,
  initiativeId,
} from '@/tests/support/boards/board-builders'
import { standAt, type CanvasStand } from '../../board/support/canvas-stand'

const SHIP = initiativeId('ship')
const CARD = cardShapeId(SHIP, FIRST_INSTANCE)
const ARROW = 'shape:arrow' as TLShapeId
/** Where the engine says that an arrow ends. */
const POINTED = { x: 777, y: 333 }

let stand: CanvasStand
afterEach(() => stand.stop())

/** Somebody's arrow hangs with its start on a card, or on what else there is. */
function standWithArrow(to = CARD): CanvasStand {
  stand = standAt()
  const [bo, { board, store }] = [authorOf('bo'), stand]
  addInitiatives(board, bo, [{ id: SHIP, title: 'Ship it' }])
  setPlacements(board, bo, [
    { key: placementKey(SHIP, FIRST_INSTANCE), placement: { target: 'frame', dx: 500, dy: 10 } },
  ])
  createRecords(board, bo, [
    geoRecord('shape:box'),
    arrowRecord(ARROW),
    bindingRecord('binding:one', ARROW, to),
  ])
  stand.projection.flush()
  const editor: Pick<Editor, 'store' | 'getShape' | 'deleteBindings'> = {
    store,
    getShape: ((id: TLShapeId) => store.get(id)) as unknown as Editor['getShape'],
    deleteBindings(bindings) {
      const all = bindings as readonly TLArrowBinding[]
      for (const { props } of all) point(props.terminal)
      store.remove(all.map(({ id }) => id))
      return this as Editor
    },
  }
  const point = (terminal: 'start' | 'end'): void => {
    const arrow = store.get(ARROW) as TLArrowShape
    store.put([{ ...arrow, props: { ...arrow.props, [terminal]: POINTED } }])
  }
  leaveArrowsAsTheyPointed({ editor: editor as Editor, client: stand.client, projection: stand.projection })
  return stand
}

const startOf = () => (findRecord(stand.board, ARROW)?.['props'] as { start: unknown } | undefined)?.start

test('an arrow on a card that is taken off the board ends where it pointed, and hangs on it again with one undo', () => {
  const { board, client, store } = standWithArrow()
  const before = startOf()
  client.commands.unplace(SHIP, FIRST_INSTANCE)
  expect([startOf(), board.records.has('binding:one')]).toEqual([POINTED, false])
  expect((store.get(ARROW) as TLArrowShape).props.start).toEqual(POINTED)
  client.undo.undo()
  expect([startOf(), board.records.has('binding:one'), client.undo.canUndo.get()]).toEqual([
    before,
    true,
    false,
  ])
  client.undo.redo()
  expect([startOf(), board.records.has('binding:one')]).toEqual([POINTED, false])
})

test('so does one on what somebody made and takes back', () => {
  const { board, client, projection } = standWithArrow('shape:box')
  const before = startOf()
  client.undo.push(createRecords(board, authorOf('ada'), [geoRecord('shape:mine')]))
  createRecords(board, authorOf('bo'), [bindingRecord('binding:two', ARROW, 'shape:mine')])
  projection.flush()
  client.undo.undo()
  expect([board.records.has('shape:mine'), board.records.has('binding:two'), startOf()]).toEqual([
    false,
    false,
    POINTED,
  ])
  expect(board.records.has('binding:one'), 'hangs on what stays').toBe(true)
  client.undo.redo()
  expect([board.records.has('shape:mine'), board.records.has('binding:two'), startOf()]).toEqual([
    true,
    true,
    before,
  ])
})

test('and one that hangs again only since the step before, which nobody has drawn by then', () => {
  const { board, client, projection } = standWithArrow('shape:box')
  const ada = authorOf('ada')
  client.undo.push(createRecords(board, ada, [geoRecord('shape:mine')]))
  createRecords(board, authorOf('bo'), [bindingRecord('binding:two', ARROW, 'shape:mine')])
  projection.flush()
  const before = startOf()
  client.undo.push(deleteRecords(board, ada, ['shape:mine']))
  projection.flush()
  const turn = (how: 'undo' | 'redo') => [1, 2].forEach(() => client.undo[how]())
  turn('undo')
  expect([board.records.has('shape:mine'), board.records.has('binding:two'), startOf()]).toEqual([
    false,
    false,
    POINTED,
  ])
  client.undo.redo()
  expect([board.records.has('binding:two'), startOf()]).toEqual([true, before])
})

test('an arrow that the same step hangs on something else goes along', () => {
  const { board, client } = standWithArrow()
  const before = startOf()
  const ada = authorOf('ada')
  const binding = findRecord(board, 'binding:one')
  if (!binding) throw new Error('The arrow hangs on nothing.')
  client.undo.push([
    ...updateRecords(board, ada, [{ before: binding, after: { ...binding, toId: 'shape:box' } }]),
    ...setPlacements(board, ada, [{ key: placementKey(SHIP, FIRST_INSTANCE), placement: null }]),
  ])
  expect([findRecord(board, 'binding:one')?.['toId'], startOf()]).toEqual(['shape:box', before])
})

test('a step that takes nothing away asks nothing of arrows', () => {
  const { client } = standWithArrow()
  const before = startOf()
  client.commands.slide([{ id: SHIP, instanceId: FIRST_INSTANCE }], 0.1)
  client.commands.setFields([{ id: SHIP, fields: { owner: 'Ann' } }])
  expect(startOf()).toEqual(before)
})
