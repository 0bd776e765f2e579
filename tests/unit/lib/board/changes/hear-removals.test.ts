import { afterEach, expect, test } from 'vitest'
import { hearRemovals, type Removal } from '@/lib/board/changes/hear-removals'
import { placementKey, teamPlacementKey, type BoardDocument } from '@/lib/board/layout'
import { addInitiatives } from '@/lib/board/operations/initiatives'
import { setPlacements } from '@/lib/board/operations/placements'
import { createRecords, deleteRecords, updateRecords } from '@/lib/board/operations/records'
import { editText } from '@/lib/board/operations/texts'
import { removeTeam } from '@/lib/board/operations/teams'
import { findRecord, readPlacement } from '@/lib/board/read'
import { FIRST_INSTANCE } from '@/lib/board/seed'
import type { InstanceId } from '@/lib/ids'
import { authorOf, copyOf, geoRecord, initiativeId, syncBoards } from '@/tests/support/boards/board-builders'
import { boardWithMap, MAP, standMap, standTeam, teamId } from '@/tests/support/boards/team-board'

const SHIP = initiativeId('ship')
const ON_CURVES = placementKey(SHIP, FIRST_INSTANCE)
const ON_MAP = placementKey(SHIP, MAP)
const PLACE = { target: 'frame', dx: 10, dy: 20 }
const BO = 77

const undos: (() => void)[] = []
afterEach(() => {
  for (const undo of undos.splice(0)) undo()
})

/** Fay's page hears; Bo takes things away on his copy. */
function two(): { fay: BoardDocument; bo: BoardDocument; heard: Removal[]; times: () => number } {
  const fay = boardWithMap()
  addInitiatives(fay, authorOf('fay'), [{ id: SHIP, title: 'Ship' }])
  setPlacements(fay, authorOf('fay'), [{ key: ON_CURVES, placement: PLACE }])
  standTeam(fay, 'checkout', { dx: 200, dy: 200 })
  createRecords(fay, authorOf('fay'), [geoRecord('shape:box')])
  const bo = copyOf(fay, BO)
  const heard: Removal[] = []
  let times = 0
  undos.push(
    hearRemovals(fay, {
      isFromOthers: (origin) => origin === 'remote',
      hear: (removals) => {
        times += 1
        heard.push(...removals)
      },
    }),
  )
  return { fay, bo, heard, times: () => times }
}

test('a card that somebody else took away is told with its place and who wrote that', () => {
  const { fay, bo, heard } = two()
  setPlacements(bo, authorOf('bo'), [{ key: ON_CURVES, placement: null }])
  syncBoards(fay, bo)
  expect(heard).toEqual([
    { change: { kind: 'placement', key: ON_CURVES, before: PLACE, after: null }, by: { clientId: BO } },
  ])
})

test('a drawing that somebody else deleted is told as it read last, changes and all', () => {
  const { fay, bo, heard } = two()
  const before = findRecord(bo, 'shape:box')
  if (!before) throw new Error('The box is there.')
  updateRecords(bo, authorOf('bo'), [{ before, after: { ...before, x: 40 } }])
  syncBoards(fay, bo)
  const last = findRecord(fay, 'shape:box')
  deleteRecords(bo, authorOf('bo'), ['shape:box'])
  syncBoards(fay, bo)
  expect(last?.['x']).toBe(40)
  expect(heard).toEqual([
    { change: { kind: 'record', id: 'shape:box', before: last, after: null }, by: null },
  ])
})

test('a team that was deleted is told with whose name is on that, and with the cards that stood on it', () => {
  const { fay, bo, heard } = two()
  const onTeam = { target: 'team:checkout', dx: 0, dy: 0 }
  setPlacements(bo, authorOf('bo'), [{ key: ON_MAP, placement: onTeam }])
  syncBoards(fay, bo)
  removeTeam(bo, authorOf('bo'), { id: teamId('checkout'), instanceId: MAP })
  syncBoards(fay, bo)
  const after = readPlacement(fay, ON_MAP)
  expect(after?.target).toBe('frame')
  expect(heard).toHaveLength(2)
  expect(heard).toContainEqual({
    change: { kind: 'entity', root: 'teams', id: 'checkout', deleted: true },
    by: { personId: 'bo' },
  })
  expect(heard).toContainEqual({
    change: { kind: 'placement', key: ON_MAP, before: onTeam, after },
    by: { clientId: BO },
  })
})

test('a team that was taken off one of two maps is told with the cards that stood on it there', () => {
  const { fay, bo, heard } = two()
  const other = 'other-map' as InstanceId
  standMap(bo, other)
  setPlacements(bo, authorOf('bo'), [
    { key: teamPlacementKey(teamId('checkout'), other), placement: { target: 'frame', dx: 9, dy: 9 } },
    { key: ON_MAP, placement: { target: 'team:checkout', dx: 0, dy: 0 } },
  ])
  syncBoards(fay, bo)
  removeTeam(bo, authorOf('bo'), { id: teamId('checkout'), instanceId: MAP })
  syncBoards(fay, bo)
  const keys = heard.map(({ change }) => change.kind === 'placement' && change.key)
  expect(keys.toSorted()).toEqual([ON_MAP, teamPlacementKey(teamId('checkout'), MAP)].toSorted())
})

test('whose mark on a deletion changes deletes nothing more, and typing in a team takes nothing away', () => {
  const { fay, bo, heard } = two()
  removeTeam(fay, authorOf('fay'), { id: teamId('checkout'), instanceId: MAP })
  syncBoards(fay, bo)
  bo.teams.get('checkout')?.set('deleted', { by: 'bo', at: 1 })
  editText(bo, authorOf('bo'), {
    ...{ root: 'teams', id: 'checkout', field: 'name' },
    at: 0,
    remove: 0,
    insert: 'x',
  })
  syncBoards(fay, bo)
  expect(heard).toEqual([])
})

test('a card that was taken off a team that stays was moved', () => {
  const { fay, bo, heard } = two()
  setPlacements(bo, authorOf('bo'), [{ key: ON_MAP, placement: { target: 'team:checkout', dx: 0, dy: 0 } }])
  syncBoards(fay, bo)
  setPlacements(bo, authorOf('bo'), [{ key: ON_MAP, placement: PLACE }])
  syncBoards(fay, bo)
  expect(heard).toEqual([])
})

test('all of one transaction is told at once', () => {
  const { fay, bo, times } = two()
  setPlacements(bo, authorOf('bo'), [{ key: ON_CURVES, placement: null }])
  deleteRecords(bo, authorOf('bo'), ['shape:box'])
  syncBoards(fay, bo)
  expect(times()).toBe(1)
})

test('what was moved to another template, made, or taken away by this page itself is not told', () => {
  const { fay, bo, heard } = two()
  bo.doc.transact(() =>
    setPlacements(bo, authorOf('bo'), [
      { key: ON_CURVES, placement: null },
      { key: ON_MAP, placement: PLACE },
    ]),
  )
  createRecords(bo, authorOf('bo'), [geoRecord('shape:other')])
  syncBoards(fay, bo)
  deleteRecords(fay, authorOf('fay'), ['shape:box'])
  setPlacements(fay, authorOf('fay'), [{ key: ON_MAP, placement: null }])
  expect(heard).toEqual([])
})
