import { Box, type Editor, type TLShape } from 'tldraw'
import { expect, it } from 'vitest'
import type { BoardClient } from '@/components/board/board-client'
import { attachClient } from '@/components/canvas/session/store-client'
import { interactionFactsOf } from '@/components/canvas/teams/interaction-facts'
import type { InteractionShape } from '@/components/canvas/teams/team-shapes'
import { holds } from '@/lib/geometry/box'

const MAP = 'map'
const STRETCHED = shapeOf('shape:stretched', 'interaction', 100)
const TEAM = shapeOf('shape:team', 'team', 200)
const CARD = shapeOf('shape:card', 'card', 300)
const OTHER = shapeOf('shape:other', 'interaction', 400)

it('minds teams, cards and other interactions of its map for its remarks, and nothing of another map', () => {
  const elsewhere = { ...CARD, x: 500, props: { ...CARD.props, instanceId: 'other map' } } as TLShape
  const { around } = factsIn(STRETCHED, TEAM, CARD, OTHER, elsewhere)
  expect(around.map(({ x }) => x)).toEqual([200, 300, 400].map((x) => x - 105))
})

it('does not mind a card that is carried past, and nothing while it remarks nothing', () => {
  expect(
    factsIn(STRETCHED, TEAM, CARD, { ...CARD, id: 'shape:carried' as TLShape['id'] }).around,
  ).toHaveLength(2)
  const near = { ...STRETCHED, props: { ...STRETCHED.props, stretched: false } } as TLShape
  expect(factsIn(near, TEAM, CARD).around).toEqual([])
})

it('minds all beside the paper of its map, where the window may cut words', () => {
  const frame = { ...shapeOf('shape:frame-map', 'template-frame', 0), props: {} } as unknown as TLShape
  const { around } = factsIn(STRETCHED, frame)
  const isTaken = (x: number, y: number): boolean =>
    around.some((box) => holds(box, { x: x - 105, y: y - 5 }))
  expect(isTaken(5, 5)).toBe(false)
  for (const [x, y] of [
    [-3, 5],
    [13, 5],
    [5, -3],
    [5, 13],
    [-3, -3],
  ] as const)
    expect(isTaken(x, y), `${x}, ${y}`).toBe(true)
})

it('says where asterisks stand on its own teams while it lies over a third one of its map', () => {
  const team = (teamId: string, x: number, instanceId = MAP): TLShape => {
    const props = { ...TEAM.props, teamId, w: 60, h: 60, instanceId }
    return { ...TEAM, id: `shape:${teamId}` as TLShape['id'], x, y: -20, props }
  }
  const over = { ...STRETCHED, props: { ...STRETCHED.props, w: 100, h: 100 } } as TLShape
  const [one, other] = [team('one', 60), team('other', 180)]
  expect(factsIn(over, one, other).asterisks).toEqual([])
  expect(factsIn(over, one, other, team('third', 120, 'other map')).asterisks).toEqual([])
  expect(factsIn(over, one, other, team('third', 120)).asterisks).toHaveLength(2)
})

function shapeOf(id: string, type: string, x: number): TLShape {
  const ends = {
    fromId: 'one',
    toId: 'other',
    mode: 'facilitating',
    stretched: true,
    teamType: 'platform',
    teamId: 'third',
  }
  const props = { w: 10, h: 10, instanceId: MAP, ...ends }
  return { id, type, parentId: 'page:page', x, y: 0, rotation: 0, props } as unknown as TLShape
}

function factsIn(own: TLShape, ...others: TLShape[]) {
  const store = {} as Editor['store']
  attachClient(store, { view: { team: () => ({ get: () => null }) } } as unknown as BoardClient)
  const shapes = [own, ...others]
  const editor = {
    store,
    isIn: () => true,
    getSelectedShapeIds: () => ['shape:carried'],
    getCurrentPageShapes: () => shapes,
    getShapePageBounds: (shape: TLShape | string) => {
      const found = shapes.find((one) => one === shape || one.id === shape)
      return found && new Box(found.x, found.y, 10, 10)
    },
    getPointInShapeSpace: (_: TLShape, at: { x: number; y: number }) => at,
  } as unknown as Editor
  return interactionFactsOf(editor, own as InteractionShape)
}
