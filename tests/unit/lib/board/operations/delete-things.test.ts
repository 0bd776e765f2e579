import { expect, test } from 'vitest'
import { addedThings } from '@/lib/board/changes/added-things'
import { placementKey, teamTarget } from '@/lib/board/layout'
import { deleteThings } from '@/lib/board/operations/delete-things'
import { addInitiatives } from '@/lib/board/operations/initiatives'
import { setPlacements } from '@/lib/board/operations/placements'
import { createRecords, updateRecords } from '@/lib/board/operations/records'
import { revertStep } from '@/lib/board/operations/revert-step'
import { findRecord, listInitiatives, listTeams, readPlacement } from '@/lib/board/read'
import {
  arrowRecord,
  authorOf,
  bindingRecord,
  geoRecord,
  groupRecord,
  initiativeId,
} from '@/tests/support/boards/board-builders'
import { boardWithMap, MAP, standTeam, teamId } from '@/tests/support/boards/team-board'

const [ADA, EVE, FAY] = [authorOf('ada'), authorOf('eve'), authorOf('fay')]
const SHIP = initiativeId('ship')
const ON_MAP = placementKey(SHIP, MAP)

function board() {
  const made = boardWithMap()
  standTeam(made, 'blue', { dx: 100, dy: 240 })
  addInitiatives(made, EVE, [{ id: SHIP, title: 'Ship' }])
  const placement = { target: teamTarget(teamId('blue')), dx: 0, dy: 0 }
  setPlacements(made, EVE, [{ key: ON_MAP, placement }])
  createRecords(made, ADA, [
    geoRecord('shape:box', { meta: { createdBy: 'ada' } }),
    arrowRecord('shape:arrow', { meta: { createdBy: 'eve' } }),
    bindingRecord('binding:end', 'shape:arrow', 'shape:box'),
  ])
  return made
}

test('things of one person go in one step, with the ends of arrows, and come back with it', () => {
  const one = board()
  const recordsNow = () => [...one.records.keys()].sort().map((id) => findRecord(one, id))
  const before = { ...one.doc.toJSON(), records: recordsNow() }
  const step = deleteThings(one, FAY, addedThings(one, 'ada'))
  expect(listTeams(one)).toEqual([])
  expect([...one.records.keys()]).not.toContain('shape:box')
  expect([...one.records.keys()]).not.toContain('binding:end')
  expect([...one.records.keys()], 'somebody else’s').toContain('shape:arrow')
  expect(listInitiatives(one).map(({ id }) => id)).toEqual([SHIP])
  revertStep(one, FAY, step)
  const { teams, ...rest } = one.doc.toJSON() as { teams: Record<string, object> }
  expect({
    ...rest,
    records: recordsNow(),
    teams: { blue: { ...teams['blue'], deleted: undefined } },
  }).toEqual({
    ...before,
    teams: {
      blue: { ...((before as Record<string, unknown>)['teams'] as typeof teams)['blue'], deleted: undefined },
    },
  })
})

test('the end of somebody else’s arrow stays where it pointed to, and goes back with the step', () => {
  const one = board()
  const arrow = () => findRecord(one, 'shape:arrow')
  updateRecords(one, ADA, [
    { before: geoRecord('shape:box'), after: geoRecord('shape:box', { x: 300, y: 200 }) },
  ])
  const step = deleteThings(one, FAY, addedThings(one, 'ada'))
  expect(arrow()).toMatchObject({ props: { start: { x: 350, y: 250 }, end: { x: 100, y: 50 } } })
  revertStep(one, FAY, step)
  expect(arrow()).toMatchObject({ props: { start: { x: 0, y: 0 } } })
})

test('cards of others that stood on a team that goes stay on the map where they were', () => {
  const one = board()
  deleteThings(one, FAY, addedThings(one, 'ada'))
  expect(readPlacement(one, ON_MAP)).toMatchObject({ target: 'frame' })
})

test('what is gone already changes nothing', () => {
  const one = board()
  const things = addedThings(one, 'eve')
  expect(things.map(({ id }) => id)).toEqual([SHIP, 'shape:arrow'])
  deleteThings(one, FAY, things)
  expect(deleteThings(one, FAY, things)).toEqual([])
})

test('what others put into a group of theirs stays where it is, and goes back into it', () => {
  const one = board()
  createRecords(one, ADA, [
    groupRecord('shape:group', { x: 100, y: 200, meta: { createdBy: 'eve' } }),
    geoRecord('shape:inside', { parentId: 'shape:group', x: 10, y: 20, meta: { createdBy: 'ada' } }),
  ])
  const before = one.doc.toJSON()['records'] as object
  const step = deleteThings(one, FAY, addedThings(one, 'eve'))
  expect(findRecord(one, 'shape:inside')).toMatchObject({ parentId: 'page:page', x: 110, y: 220 })
  revertStep(one, FAY, step)
  expect(findRecord(one, 'shape:inside')).toMatchObject({ parentId: 'shape:group', x: 10, y: 20 })
  expect(Object.keys(one.doc.toJSON()['records'] as object).sort()).toEqual(Object.keys(before).sort())
})
