import { describe, expect, it } from 'vitest'
import { placementKey, teamTarget } from '@/lib/board/layout'
import { assignAsPlaced } from '@/lib/board/operations/assign'
import { addInitiatives } from '@/lib/board/operations/initiatives'
import { addInstance, setInstanceDeleted } from '@/lib/board/operations/instances'
import { setPlacements } from '@/lib/board/operations/placements'
import { addTeam, removeTeam, setTeamType, standTeams } from '@/lib/board/operations/teams'
import { revertStep } from '@/lib/board/operations/revert-step'
import { listTeams, readInitiative, readPlacement, readTeam } from '@/lib/board/read'
import type { InstanceId } from '@/lib/ids'
import { authorOf, initiativeId } from '@/tests/support/boards/board-builders'
import { boardWithMap, MAP, standing, standTeam, teamId, teamKey } from '@/tests/support/boards/team-board'

const ADA = authorOf('ada')
const SHIP = initiativeId('ship')
const SHIP_ON_MAP = placementKey(SHIP, MAP)

const NEXT = 'next' as InstanceId

function boardWithTeamOnTwoMaps() {
  const board = boardWithMap()
  addInstance(board, ADA, { id: NEXT, templateId: 'team-map', place: [6_000, 0] })
  standTeam(board, 'blue', { dx: 100, dy: 240 })
  const again = { target: 'frame', dx: 5, dy: 5, w: 320, h: 64 }
  setPlacements(board, ADA, [{ key: `blue/${NEXT}`, placement: again }])
  return board
}

describe('teams', () => {
  it('are added with their place on a map, as one step that undo takes back', () => {
    const board = boardWithMap()
    const at = { dx: 60, dy: 240, w: 320, h: 64 }
    const draft = {
      id: teamId('blue'),
      name: 'Blue',
      type: 'platform' as const,
      size: 7,
      focus: 'pay',
      instanceId: MAP,
      at,
    }
    const step = addTeam(board, ADA, draft)
    expect(listTeams(board)).toMatchObject([
      { name: 'Blue', type: 'platform', size: 7, focus: 'pay', createdBy: 'ada' },
    ])
    expect(standing(board, 'blue').box).toEqual({ x: 3_060, y: 340, w: 320, h: 64 })
    expect(addTeam(board, ADA, { ...draft, name: 'Red' })).toEqual([])
    revertStep(board, ADA, step)
    expect(listTeams(board)).toEqual([])
    expect(readPlacement(board, teamKey('blue'))).toBeNull()
  })

  it('get the colours in one step that they get one after another, and only the first of a name has its own', () => {
    const drafts = ['Blue', 'Red', 'blue', 'Blue', ''].map((name, at) => ({
      id: teamId(`team-${at}`),
      ...{ name, type: 'platform' as const, instanceId: MAP, at: { dx: 60, dy: 240, w: 320, h: 64 } },
    }))
    const [atOnce, oneByOne] = [boardWithMap(), boardWithMap()]
    const colours = [atOnce, oneByOne].map((board) => {
      addInitiatives(board, ADA, [{ id: SHIP, title: 'Ship', team: 'Blue' }])
      if (board === atOnce) standTeams(board, ADA, drafts)
      else for (const draft of drafts) addTeam(board, ADA, draft)
      return drafts.map(({ id }) => readTeam(board, id)?.hue)
    })
    expect(colours[0]).toEqual(colours[1])
    expect(new Set(colours[0]).size).toBe(drafts.length)
    expect(colours[0]?.[0]).toBe(readInitiative(atOnce, SHIP)?.teamHue)
  })

  it('take a size their type may have under the same top, and both come back with undo', () => {
    const board = boardWithMap()
    standTeam(board, 'blue', { dx: 100, dy: 240 })
    const before = readPlacement(board, teamKey('blue'))
    const step = setTeamType(board, ADA, { id: teamId('blue'), type: 'enabling' })
    expect(readTeam(board, 'blue')?.type).toBe('enabling')
    expect(readPlacement(board, teamKey('blue'))).toEqual({
      target: 'frame',
      dx: 216,
      dy: 240,
      w: 88,
      h: 160,
    })
    revertStep(board, ADA, step)
    expect(readTeam(board, 'blue')?.type).toBe('stream-aligned')
    expect(readPlacement(board, teamKey('blue'))).toEqual(before)
  })

  it('keep a size that suits the new type as well', () => {
    const board = boardWithMap()
    standTeam(board, 'blue', { dx: 100, dy: 240 })
    expect(setTeamType(board, ADA, { id: teamId('blue'), type: 'undefined-team' })).toHaveLength(1)
    expect(setTeamType(board, ADA, { id: teamId('blue'), type: 'undefined-team' })).toEqual([])
  })

  it('are deleted with the last map they stand on; cards that stood on them stay on the map, until undo', () => {
    const board = boardWithMap()
    standTeam(board, 'blue', { dx: 100, dy: 240 })
    addInitiatives(board, ADA, [{ id: SHIP, title: 'Ship' }])
    const placement = { target: teamTarget(teamId('blue')), dx: 0, dy: 0 }
    setPlacements(board, ADA, [{ key: SHIP_ON_MAP, placement }])
    const step = removeTeam(board, ADA, { id: teamId('blue'), instanceId: MAP })
    expect(listTeams(board)).toEqual([])
    expect(readPlacement(board, SHIP_ON_MAP)).toEqual({ target: 'frame', dx: 152, dy: 312 })
    revertStep(board, ADA, step)
    expect(standing(board, 'blue').box.x).toBe(3_100)
    expect(readPlacement(board, SHIP_ON_MAP)).toEqual(placement)
  })

  it('leave one map and stay on the other', () => {
    const board = boardWithTeamOnTwoMaps()
    removeTeam(board, ADA, { id: teamId('blue'), instanceId: MAP })
    expect(listTeams(board)).toHaveLength(1)
    expect(standing(board, 'blue').instance.id).toBe(NEXT)
  })

  it('leave their only map and stand on one again that was removed meanwhile and is restored', () => {
    const board = boardWithTeamOnTwoMaps()
    const removed = setInstanceDeleted(board, ADA, { id: NEXT, deleted: true })
    removeTeam(board, ADA, { id: teamId('blue'), instanceId: MAP })
    expect(readPlacement(board, teamKey('blue'))).toBeNull()
    revertStep(board, ADA, removed)
    expect(standing(board, 'blue').instance.id).toBe(NEXT)
  })
})

describe('an initiative put on a team', () => {
  function boardWithShip() {
    const board = boardWithMap()
    standTeam(board, 'blue', { dx: 100, dy: 240 })
    addInitiatives(board, ADA, [{ id: SHIP, title: 'Ship', team: 'Old name' }])
    return board
  }
  const onBlue = { target: teamTarget(teamId('blue')), dx: 0, dy: 0 }
  const onMap = { target: 'frame', dx: 0, dy: 0 }

  it('is that team’s, under whatever name the team has later', () => {
    const board = boardWithShip()
    assignAsPlaced(board, ADA, { id: SHIP, before: null, after: onBlue })
    expect(readInitiative(board, SHIP)).toMatchObject({ team: 'blue', teamId: 'blue' })
    const name = board.teams.get('blue')?.get('name') as { insert(at: number, text: string): void }
    name.insert(0, 'Dark ')
    expect(readInitiative(board, SHIP)?.team).toBe('Dark blue')
  })

  it('keeps the name of a team that is gone', () => {
    const board = boardWithShip()
    assignAsPlaced(board, ADA, { id: SHIP, before: null, after: onBlue })
    removeTeam(board, ADA, { id: teamId('blue'), instanceId: MAP })
    expect(readInitiative(board, SHIP)).toMatchObject({ team: 'blue' })
    expect(readInitiative(board, SHIP)).not.toHaveProperty('teamId')
  })

  it('is nobody’s once it is taken off the team onto the bare map, and undo gives it back', () => {
    const board = boardWithShip()
    assignAsPlaced(board, ADA, { id: SHIP, before: null, after: onBlue })
    const step = assignAsPlaced(board, ADA, { id: SHIP, before: onBlue, after: onMap })
    expect(readInitiative(board, SHIP)).not.toHaveProperty('team')
    revertStep(board, ADA, step)
    expect(readInitiative(board, SHIP)?.team).toBe('blue')
  })

  it('keeps its team when it moves to a curve, or when it never was on one', () => {
    const board = boardWithShip()
    expect(assignAsPlaced(board, ADA, { id: SHIP, before: null, after: onMap })).toEqual([])
    assignAsPlaced(board, ADA, { id: SHIP, before: null, after: onBlue })
    const onCurve = { target: 'curve:linear', x: 0.5, dx: 0, dy: 0 }
    expect(assignAsPlaced(board, ADA, { id: SHIP, before: onBlue, after: onCurve })).toEqual([])
    expect(readInitiative(board, SHIP)?.team).toBe('blue')
  })
})
