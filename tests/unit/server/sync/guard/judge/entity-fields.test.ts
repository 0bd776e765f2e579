import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { placementKey, teamTarget, type BoardDocument, type Placement } from '@/lib/board/layout'
import { addInteraction } from '@/lib/board/operations/interactions'
import { assignTeam } from '@/lib/board/operations/assign'
import { addTeam, removeTeam, setTeamType } from '@/lib/board/operations/teams'
import { readInitiative } from '@/lib/board/read'
import { FIRST_INSTANCE } from '@/lib/board/seed'
import { LIMITS } from '@/lib/sync/limits'
import { initiativeId } from '@/tests/support/boards/board-builders'
import { interactionId, MAP, standMap, standTeam, teamId, teamKey } from '@/tests/support/boards/team-board'
import { contentsOf, furnish, GuardedBoard, outcomeOf } from '../guarded-board'

const LINK = interactionId('link')
const BOUND = { from: teamId('blue'), to: teamId('red'), offset: [0, 0], rotation: 0 } as const
const DRAFT = { id: LINK, mode: 'collaboration', instance: MAP, wh: [140, 60], ...BOUND } as const

function furnishMap(board: BoardDocument): void {
  furnish(board)
  standMap(board)
  standTeam(board, 'blue', { dx: 60, dy: 240 })
  standTeam(board, 'red', { dx: 60, dy: 500 })
  addInteraction(board, { personId: 'ada' as never, now: 1, origin: 'person' }, DRAFT)
}

describe('judging teams and interactions', () => {
  it('takes what a participant does with them', () => {
    const room = new GuardedBoard(furnishMap)
    const bo = room.join('bo')
    const at = { dx: 600, dy: 240, w: 320, h: 64 }
    addTeam(bo.board, bo.author, {
      id: teamId('green'),
      name: 'Green',
      type: 'undefined-team',
      instanceId: MAP,
      at,
    })
    setTeamType(bo.board, bo.author, { id: teamId('green'), type: 'enabling' })
    addInteraction(bo.board, bo.author, { ...DRAFT, id: interactionId('two'), to: teamId('green') })
    assignTeam(bo.board, bo.author, { id: initiativeId('alpha'), teamId: teamId('green') })
    removeTeam(bo.board, bo.author, { id: teamId('red'), instanceId: MAP })
    expect(outcomeOf(room.tick(bo), bo)).toMatchObject({ violations: 0, refusals: [], end: null })
    expect(contentsOf(bo.board)).toEqual(room.contents)
  })

  it('takes nothing from a viewer', () => {
    const room = new GuardedBoard(furnishMap)
    const before = room.contents
    const vic = room.join('vic', 'viewer')
    setTeamType(vic.board, vic.author, { id: teamId('red'), type: 'platform' })
    outcomeOf(room.tick(vic), vic)
    expect(room.contents).toEqual(before)
  })

  it.each<[string, string, string, string, unknown]>([
    ['a type nobody knows', 'teams', 'blue', 'type', 'squad'],
    ['a type that is no text', 'teams', 'blue', 'type', ['platform']],
    ['half a person', 'teams', 'blue', 'size', 2.5],
    ['a team of minus one', 'teams', 'blue', 'size', -1],
    ['a focus longer than anybody reads', 'teams', 'blue', 'focus', 'x'.repeat(501)],
    ['a name that is no shared text, under another field', 'teams', 'blue', 'title', 'x'],
    ['a mode nobody knows', 'interactions', 'link', 'mode', 'shouting'],
    ['a team that is not there', 'interactions', 'link', 'to', 'nobody'],
    ['a team with itself', 'interactions', 'link', 'to', 'blue'],
    ['a team that is no text', 'interactions', 'link', 'from', 7],
    ['an offset that is no number', 'interactions', 'link', 'offset', [0, NaN]],
    ['an offset without end', 'interactions', 'link', 'offset', [1e12, 0]],
    ['half an offset', 'interactions', 'link', 'offset', [1]],
    ['a size of nothing', 'interactions', 'link', 'wh', [0, 60]],
    ['a size over the whole board', 'interactions', 'link', 'wh', [90_000, 60]],
    ['a rotation that is none', 'interactions', 'link', 'rotation', Infinity],
    ['an initiative given to a team that is not there', 'initiatives', 'alpha', 'teamId', 'nobody'],
  ])('writes back %s', (_what, root, id, field, value) => {
    const room = new GuardedBoard(furnishMap)
    const bo = room.join('bo')
    const before = room.contents
    bo.board[root as 'teams'].get(id)?.set(field, value)
    expect(outcomeOf(room.tick(bo), bo)).toMatchObject({
      violations: 1,
      end: null,
      refusals: [{ code: 'invalid-input', record: `${root}/${id}` }],
    })
    // A field there was not is marked as taken away.
    if (field !== 'size' && field !== 'focus' && field !== 'teamId') expect(room.contents).toEqual(before)
    expect(contentsOf(bo.board)).toEqual(room.contents)
  })

  it('keeps an interaction on its map', () => {
    const room = new GuardedBoard((board) => {
      furnishMap(board)
      standMap(board, 'next' as never)
    })
    const fay = room.join('fay', 'facilitator')
    fay.board.interactions.get(LINK)?.set('instance', 'next')
    expect(outcomeOf(room.tick(fay), fay)).toMatchObject({ violations: 1 })
    expect(room.board.interactions.get(LINK)?.get('instance')).toBe(MAP)
  })

  it('takes out a new interaction that joins nothing or stands on no map', () => {
    const room = new GuardedBoard(furnishMap)
    const bo = room.join('bo')
    addInteraction(bo.board, bo.author, { ...DRAFT, id: interactionId('a'), to: teamId('nobody') })
    addInteraction(bo.board, bo.author, { ...DRAFT, id: interactionId('b'), instance: FIRST_INSTANCE })
    bo.board.interactions.set('c', new Y.Map<unknown>([['mode', 'collaboration']]))
    expect(outcomeOf(room.tick(bo), bo).violations).toBe(3)
    expect([...room.board.interactions.keys()]).toEqual([LINK])
    expect(contentsOf(bo.board)).toEqual(room.contents)
  })

  it('holds no more teams than a board may have', () => {
    const room = new GuardedBoard(furnishMap)
    const bo = room.join('bo')
    const at = { dx: 0, dy: 0, w: 320, h: 64 }
    for (let number = 0; number <= LIMITS.TEAMS; number++) {
      const draft = { id: teamId(`t${number}`), name: '', type: 'platform' as const, instanceId: MAP, at }
      addTeam(bo.board, bo.author, draft)
    }
    room.tick(bo)
    expect(room.board.teams.size).toBe(LIMITS.TEAMS)
  })

  it('brings back no more deleted teams than a board may have, which is no violation', () => {
    const room = new GuardedBoard(furnishMap)
    const bo = room.join('bo')
    const stand = (round: string, count: number): void => {
      for (let number = 0; number < count; number++) {
        const at = { dx: 0, dy: 0, w: 320, h: 64 }
        const draft = { name: '', type: 'platform' as const, instanceId: MAP, at }
        addTeam(bo.board, bo.author, { id: teamId(`${round}${number}`), ...draft })
      }
      room.tick(bo)
    }
    const setDeleted = (deleted: unknown): void => {
      for (const [id, fields] of bo.board.teams) if (id.startsWith('old')) fields.set('deleted', deleted)
    }
    stand('old', 10)
    setDeleted({ by: 'bo', at: room.now })
    room.tick(bo)
    stand('new', LIMITS.TEAMS - 5)
    setDeleted(null)
    const { refusals, violations } = outcomeOf(room.tick(bo), bo)
    const living = [...room.board.teams.values()].filter((fields) => !fields.get('deleted'))
    expect(living).toHaveLength(LIMITS.TEAMS)
    expect([violations, refusals.length, refusals[0]?.code]).toEqual([0, 7, 'too-large'])
    expect(contentsOf(bo.board)).toEqual(room.contents)
  })

  it('lets who goes make room for who comes back, in one tick', () => {
    const room = new GuardedBoard(furnishMap)
    const bo = room.join('bo')
    for (let number = 2; number < LIMITS.TEAMS; number++) {
      const at = { dx: 0, dy: 0, w: 320, h: 64 }
      const draft = { name: '', type: 'platform' as const, instanceId: MAP, at }
      addTeam(bo.board, bo.author, { id: teamId(`t${number}`), ...draft })
    }
    room.tick(bo)
    const deleted = { by: 'bo', at: room.now }
    bo.board.teams.get('red')?.set('deleted', deleted)
    room.tick(bo)
    addTeam(bo.board, bo.author, {
      ...{ id: teamId('last'), name: '', type: 'platform', instanceId: MAP },
      at: { dx: 0, dy: 0, w: 320, h: 64 },
    })
    room.tick(bo)
    bo.board.teams.get('blue')?.set('deleted', deleted)
    bo.board.teams.get('red')?.set('deleted', null)
    expect(outcomeOf(room.tick(bo), bo)).toMatchObject({ refusals: [], violations: 0 })
    expect(room.board.teams.get('red')?.get('deleted')).toBeNull()
  })

  it('hides no field behind the name of something every object has', () => {
    const room = new GuardedBoard(furnishMap)
    const bo = room.join('bo')
    const before = room.contents
    for (const field of ['constructor', 'toString', 'hasOwnProperty']) {
      bo.board.teams.get('blue')?.set(field, 'x'.repeat(1_000))
      expect(outcomeOf(room.tick(bo), bo)).toMatchObject({ violations: 1 })
    }
    expect(room.contents).toEqual(before)
  })

  it('lets nothing name a team that comes with the same update and may not stay', () => {
    const room = new GuardedBoard(furnishMap)
    const bo = room.join('bo')
    bo.board.doc.transact(() => {
      bo.board.initiatives.get('alpha')?.set('teamId', 'ghost')
      addInteraction(bo.board, bo.author, { ...DRAFT, id: interactionId('a'), to: teamId('ghost') })
      bo.board.teams.set('ghost', new Y.Map<unknown>([['type', 'squad']]))
    })
    expect(outcomeOf(room.tick(bo), bo)).toMatchObject({ violations: 1, forgiven: 2 })
    expect(readInitiative(room.board, initiativeId('alpha'))?.teamId).toBeUndefined()
    expect(room.board.initiatives.get('alpha')?.get('teamId')).not.toBe('ghost')
    expect([...room.board.interactions.keys()]).toEqual([LINK])
  })

  it('binds nobody by a name of nothing that stood there before', () => {
    const room = new GuardedBoard((board) => {
      furnishMap(board)
      board.initiatives.get('alpha')?.set('teamId', 'long gone')
    })
    const bo = room.join('bo')
    bo.board.initiatives.get('alpha')?.set('effort', 7)
    expect(outcomeOf(room.tick(bo), bo)).toMatchObject({ violations: 0, refusals: [] })
    expect(readInitiative(room.board, initiativeId('alpha'))?.effort).toBe(7)
  })
})

describe('judging where teams and their cards stand', () => {
  const onMap = placementKey(initiativeId('alpha'), MAP)
  const onCurves = placementKey(initiativeId('alpha'), FIRST_INSTANCE)
  const size = { w: 320, h: 64 }

  it.each<[string, string, unknown]>([
    ['a card on a team', onMap, { target: teamTarget(teamId('blue')), dx: 0, dy: 0 }],
    ['a team elsewhere on its map', teamKey('blue'), { target: 'frame', dx: -500, dy: 9, ...size }],
    ['a team off its map', teamKey('blue'), null],
  ])('takes %s', (_what, key, placement) => {
    const room = new GuardedBoard(furnishMap)
    const bo = room.join('bo')
    bo.board.placements.set(key, placement as Placement)
    expect(outcomeOf(room.tick(bo), bo)).toMatchObject({ violations: 0, refusals: [] })
    expect(room.board.placements.get(key)).toEqual(placement)
  })

  it.each<[string, string, unknown]>([
    ['a card on a team that is not there', onMap, { target: 'team:nobody', dx: 0, dy: 0 }],
    ['a card with a position along a team', onMap, { target: 'team:blue', x: 0.5, dx: 0, dy: 0 }],
    ['a card on a team, among curves', onCurves, { target: 'team:blue', dx: 0, dy: 0 }],
    ['a card with a size', onMap, { target: 'frame', dx: 0, dy: 0, ...size }],
    ['a team without a size', teamKey('blue'), { target: 'frame', dx: 0, dy: 0 }],
    ['a team as large as the board', teamKey('blue'), { target: 'frame', dx: 0, dy: 0, w: 320, h: 9_000 }],
    ['a team turned inside out', teamKey('blue'), { target: 'frame', dx: 0, dy: 0, w: -320, h: 64 }],
    ['a team on another team', teamKey('blue'), { target: 'team:red', dx: 0, dy: 0, ...size }],
    ['a team among curves', `blue/${FIRST_INSTANCE}`, { target: 'frame', dx: 0, dy: 0, ...size }],
    ['a team on the canvas', 'blue/canvas', { target: 'canvas', dx: 0, dy: 0, ...size }],
  ])('writes back %s', (_what, key, placement) => {
    const room = new GuardedBoard(furnishMap)
    const bo = room.join('bo')
    const before = room.board.placements.get(key) ?? null
    bo.board.placements.set(key, placement as Placement)
    expect(outcomeOf(room.tick(bo), bo)).toMatchObject({ violations: 1 })
    expect(room.board.placements.get(key) ?? null).toEqual(before)
    expect(contentsOf(bo.board)).toEqual(room.contents)
  })

  it('reads the placements of an id that a team and an initiative share as those of the card', () => {
    const room = new GuardedBoard(furnishMap)
    const eve = room.join('eve')
    standTeam(eve.board, 'alpha', { dx: 60, dy: 240 })
    expect(outcomeOf(room.tick(eve), eve).violations).toBeGreaterThan(0)
    expect(room.board.placements.get(teamKey('alpha')) ?? null).toBeNull()
  })
})
