import type { TLRecord } from '@tldraw/tlschema'
import { afterEach, describe, expect, it } from 'vitest'
import { cardShapeId, interactionShapeId, placementKey, teamShapeId, teamTarget } from '@/lib/board/layout'
import { addInitiatives } from '@/lib/board/operations/initiatives'
import { addInteraction } from '@/lib/board/operations/interactions'
import { setPlacements } from '@/lib/board/operations/placements'
import { listInteractions, listTeams, readInitiative, readInteraction, readPlacement } from '@/lib/board/read'
import { centreFrom, cornerAt } from '@/lib/teams/interaction-geometry'
import { authorOf, initiativeId } from '@/tests/support/boards/board-builders'
import {
  boardWithMap,
  interactionId,
  MAP,
  standing,
  standTeam,
  teamId,
  teamKey,
} from '@/tests/support/boards/team-board'
import { standAt, type CanvasStand } from '../../support/canvas-stand'

const BLUE = teamShapeId(teamId('blue'), MAP)
const RED = teamShapeId(teamId('red'), MAP)
const LINK = interactionShapeId(interactionId('link'))
const SHIP = initiativeId('ship')
const CARD = cardShapeId(SHIP, MAP)
const ADA = authorOf('ada')

let stand: CanvasStand
afterEach(() => stand.stop())

/** Blue above red and green, a service from blue to red between them, the ship on blue. */
function open(mode: 'collaboration' | 'x-as-a-service' = 'collaboration'): CanvasStand {
  const board = boardWithMap()
  standTeam(board, 'blue', { dx: 60, dy: 240 })
  standTeam(board, 'red', { dx: 60, dy: 340 })
  standTeam(board, 'green', { dx: 600, dy: 340 })
  const bound = { from: teamId('blue'), to: teamId('red'), offset: [0, 0], rotation: 0 } as const
  addInteraction(board, ADA, { id: interactionId('link'), mode, instance: MAP, wh: [72, 76], ...bound })
  addInitiatives(board, ADA, [{ id: SHIP, title: 'Ship', effort: 3 }])
  setPlacements(board, ADA, [
    { key: placementKey(SHIP, MAP), placement: { target: teamTarget(teamId('blue')), dx: 0, dy: 0 } },
  ])
  stand = standAt(board)
  return stand
}

function centreOf(id: string): { x: number; y: number } {
  const { x, y, rotation, props } = stand.shape(id)
  return centreFrom({ x, y }, props as { w: number; h: number }, rotation)
}

/** Where the card's corner is when its pin is at this page point. */
function aimedAt(point: { x: number; y: number }): { x: number; y: number } {
  const { pinX, pinY } = stand.shape(CARD).props as { pinX: number; pinY: number }
  return { x: point.x - pinX, y: point.y - pinY }
}

describe('a team in my hand', () => {
  it('carries its cards and its interactions along before anything is written', async () => {
    open()
    const [team, card, link] = [stand.shape(BLUE), stand.shape(CARD), centreOf(LINK)]
    const writes = stand.writes()
    stand.begin('moving', [BLUE])
    stand.move(BLUE, { x: team.x + 200, y: team.y + 40 })
    await Promise.resolve()
    expect(stand.shape(CARD)).toMatchObject({ x: card.x + 200, y: card.y + 40 })
    expect(centreOf(LINK)).toEqual({ x: link.x + 100, y: link.y + 20 })
    expect(stand.writes()).toBe(writes)
    stand.end()
    expect(readPlacement(stand.board, teamKey('blue'))).toMatchObject({ dx: 260, dy: 280, w: 320, h: 64 })
    expect(stand.writes()).toBe(writes + 1)
    stand.projection.flush()
    expect(stand.shape(CARD)).toMatchObject({ x: card.x + 200, y: card.y + 40 })
    expect(centreOf(LINK)).toEqual({ x: link.x + 100, y: link.y + 20 })
  })

  it('leaves them where they were when the hand gives up', async () => {
    open()
    const [team, card, link] = [stand.shape(BLUE), stand.shape(CARD), centreOf(LINK)]
    stand.begin('moving', [BLUE])
    stand.move(BLUE, { x: team.x + 200, y: team.y })
    await Promise.resolve()
    stand.router.cancelGesture()
    stand.end()
    stand.projection.flush()
    expect(stand.shape(BLUE).x).toBe(team.x)
    expect(stand.shape(CARD).x).toBe(card.x)
    expect(centreOf(LINK)).toEqual(link)
  })

  it('is one step to undo, however it was moved and resized', () => {
    open()
    const team = stand.shape(BLUE)
    stand.begin('resizing', [BLUE])
    stand.store.put([{ ...team, x: team.x - 80, props: { ...team.props, w: 400 } }])
    stand.end()
    expect(standing(stand.board, 'blue').box).toMatchObject({ x: team.x - 80, w: 400 })
    stand.client.undo.undo()
    expect(standing(stand.board, 'blue').box).toMatchObject({ x: team.x, w: 320 })
  })

  it('is moved with all selected by one commit, and keeps its interactions as they were', () => {
    open()
    stand.begin('moving', [BLUE, RED, LINK])
    for (const id of [BLUE, RED, LINK]) {
      const { x, y } = stand.shape(id)
      stand.move(id, { x: x + 300, y: y + 500 })
    }
    stand.end()
    expect(readInteraction(stand.board, interactionId('link'))).toMatchObject({
      from: 'blue',
      to: 'red',
      offset: [0, 0],
    })
    expect(stand.client.teams.asked.get()).toBeNull()
  })
})

describe('a team that is deleted', () => {
  it('takes its interactions from sight and leaves its cards on the map, until undo', () => {
    open()
    stand.store.remove([BLUE as TLRecord['id']])
    stand.router.flush()
    stand.projection.flush()
    expect(listTeams(stand.board).map(({ id }) => id)).toEqual(['green', 'red'])
    expect(readPlacement(stand.board, placementKey(SHIP, MAP))?.target).toBe('frame')
    expect(stand.store.has(LINK as TLRecord['id'])).toBe(false)
    stand.client.undo.undo()
    stand.projection.flush()
    expect(stand.store.has(BLUE as TLRecord['id'])).toBe(true)
    expect(stand.store.has(LINK as TLRecord['id'])).toBe(true)
    expect(stand.shape(CARD).props).toMatchObject({ target: 'team:blue' })
  })
})

describe('a team that is duplicated', () => {
  it('becomes a team of its own with the same name, and its interaction joins the copies', () => {
    open()
    const copies = [BLUE, RED, LINK].map((id, at) => {
      const shape = stand.shape(id)
      return { ...shape, id: `shape:copy${at}`, index: `a${at + 1}`, y: shape.y + 500 }
    })
    stand.store.put(copies as unknown as TLRecord[])
    stand.router.flush()
    stand.projection.flush()
    expect(
      listTeams(stand.board)
        .map(({ name }) => name)
        .sort(),
    ).toEqual(['blue', 'blue', 'green', 'red', 'red'])
    expect(stand.replaced).toHaveLength(3)
    const [, second] = listInteractions(stand.board)
    expect(second).toMatchObject({ offset: [0, 0] })
    expect([second?.from, second?.to]).not.toContain('blue')
    expect(stand.store.has('shape:copy0' as TLRecord['id'])).toBe(false)
  })
})

describe('an interaction that is put down', () => {
  it('keeps its offset from the middle between its teams', () => {
    open()
    const { x, y } = stand.shape(LINK)
    stand.move(LINK, { x: x + 12, y })
    stand.router.flush()
    expect(readInteraction(stand.board, interactionId('link'))).toMatchObject({ offset: [12, 0], to: 'red' })
    expect(stand.client.teams.asked.get()).toBeNull()
  })

  it('joins the two other teams it lies on', () => {
    open()
    const team = stand.shape(RED)
    stand.store.put([
      {
        ...stand.shape(LINK),
        x: team.x + 300,
        y: team.y,
        props: { ...stand.shape(LINK).props, w: 400, h: 60 },
      },
    ])
    stand.router.flush()
    const bound = readInteraction(stand.board, interactionId('link'))
    expect([bound?.from, bound?.to].sort()).toEqual(['green', 'red'])
  })

  it('asks where it lies on none, and stays between its teams meanwhile', () => {
    open()
    const { x, y } = stand.shape(LINK)
    stand.move(LINK, { x, y: y + 400 })
    stand.router.flush()
    expect(stand.client.teams.asked.get()).toMatchObject({ id: 'link', likely: ['blue', 'red'] })
    expect(readInteraction(stand.board, interactionId('link'))).toMatchObject({ from: 'blue', to: 'red' })
    stand.client.teams.answer({ from: teamId('blue'), to: teamId('green') })
    expect(readInteraction(stand.board, interactionId('link'))).toMatchObject({ to: 'green', offset: [0, 0] })
    expect(stand.client.teams.asked.get()).toBeNull()
  })

  it('swaps who provides and who uses when a service is turned round', () => {
    open('x-as-a-service')
    const shape = stand.shape(LINK)
    expect(shape.rotation).toBeCloseTo(Math.PI)
    const centre = centreOf(LINK)
    stand.begin('rotating', [LINK])
    stand.store.put([{ ...shape, rotation: 0, x: centre.x - 36, y: centre.y - 38 }])
    stand.end()
    expect(readInteraction(stand.board, interactionId('link'))).toMatchObject({
      from: 'red',
      to: 'blue',
      rotation: 0,
    })
    stand.projection.flush()
    expect(stand.shape(LINK).rotation).toBe(0)
    stand.client.undo.undo()
    expect(readInteraction(stand.board, interactionId('link'))).toMatchObject({ from: 'blue', to: 'red' })
  })

  it('points at who uses a service, however it was turned aside or put on two that stand side by side', () => {
    open('x-as-a-service')
    const corner = cornerAt(centreOf(LINK), { w: 72, h: 76 }, 1.7)
    stand.begin('rotating', [LINK])
    stand.store.put([{ ...stand.shape(LINK), ...corner, rotation: 1.7 }])
    stand.end()
    stand.projection.flush()
    expect(stand.shape(LINK).rotation).toBeCloseTo(Math.PI)
    const { x, y } = stand.shape(RED)
    const props = { ...stand.shape(LINK).props, w: 400, h: 60 }
    stand.store.put([{ ...stand.shape(LINK), x: x + 300, y, rotation: 0, props }])
    stand.router.flush()
    stand.projection.flush()
    expect(readInteraction(stand.board, interactionId('link'))).toMatchObject({ from: 'green', to: 'red' })
    expect(stand.shape(LINK).rotation).toBeCloseTo(-Math.PI / 2)
  })

  it('is deleted with its shape, and its teams stay', () => {
    open()
    stand.store.remove([LINK as TLRecord['id']])
    stand.router.flush()
    expect(listInteractions(stand.board)).toEqual([])
    expect(listTeams(stand.board)).toHaveLength(3)
  })
})

describe('a card that is put down', () => {
  it('on a team belongs to that team everywhere, as one step', () => {
    open()
    const red = stand.shape(RED)
    stand.begin('moving', [CARD])
    stand.move(CARD, aimedAt({ x: red.x + 160, y: red.y + 32 }))
    stand.end()
    expect(readPlacement(stand.board, placementKey(SHIP, MAP))).toEqual({ target: 'team:red', dx: 0, dy: 0 })
    expect(readInitiative(stand.board, SHIP)).toMatchObject({ team: 'red', teamId: 'red' })
    expect(stand.client.view.workload(teamId('red')).get()).toEqual({ count: 1, effort: 3 })
    stand.client.undo.undo()
    expect(readInitiative(stand.board, SHIP)).not.toHaveProperty('team')
    expect(readPlacement(stand.board, placementKey(SHIP, MAP))?.target).toBe('team:blue')
  })

  it('off its team on the bare map belongs to none', () => {
    open()
    const red = stand.shape(RED)
    stand.move(CARD, aimedAt({ x: red.x + 160, y: red.y + 32 }))
    stand.router.flush()
    stand.projection.flush()
    stand.move(CARD, { x: red.x + 900, y: red.y + 300 })
    stand.router.flush()
    expect(readInitiative(stand.board, SHIP)).not.toHaveProperty('team')
    expect(readPlacement(stand.board, placementKey(SHIP, MAP))?.target).toBe('frame')
  })
})

describe('a team or an interaction of another board', () => {
  it.each([
    [
      'a team',
      () => ({ ...stand.shape(RED), props: { ...stand.shape(RED).props, teamId: 'foreign' } }),
      /A team can/,
    ],
    [
      'an interaction',
      () => ({ ...stand.shape(LINK), x: 9_000, props: { ...stand.shape(LINK).props, fromId: 'foreign' } }),
      /An interaction joins/,
    ],
  ])('that is pasted is taken away, and its person is told why: %s', (_what, foreign, sentence) => {
    open()
    stand.store.put([{ ...foreign(), id: 'shape:pasted' } as never])
    stand.router.flush()
    expect(stand.store.has('shape:pasted' as never)).toBe(false)
    expect(stand.client.notice.get()?.sentence).toMatch(sentence)
  })
})
