import { Box, Mat, type Editor, type TLShape } from 'tldraw'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { BoardClient } from '@/components/board/board-client'
import { drawnBounds, leadsOut } from '@/components/canvas/pictures/drawn-bounds'
import { attachClient } from '@/components/canvas/session/store-client'
import { teamShapeOn } from '@/components/canvas/teams/team-facts'

const MAP = 'map'
const NEAR = team('near', { x: 0, y: 0, w: 320, h: 64 })
const FAR = team('far', { x: 900, y: 0, w: 320, h: 64 })
const BETWEEN = interaction({ x: 560, y: -16, w: 96, h: 96 })
const CARD = card({ x: 100, y: 100 }, { x: 40, y: 300 })

beforeAll(() => {
  vi.stubGlobal('document', { createElement: () => ({ getContext: () => null }) })
})
afterAll(() => {
  vi.unstubAllGlobals()
})

describe('the bounds of what is drawn', () => {
  it('hold the remarks under an interaction', () => {
    const bounds = drawnBounds(editorWith(NEAR, FAR, BETWEEN), [BETWEEN])
    expect(bounds?.maxY).toBeGreaterThan(80 + 12)
    expect(bounds?.minX).toBeLessThan(560)
    expect(bounds?.maxX).toBeGreaterThan(656)
  })

  it('hold the pin of a card that stands off its curve', () => {
    expect(drawnBounds(editorWith(CARD), [CARD])?.maxY).toBeGreaterThan(400)
  })

  it('are none of nothing', () => {
    expect(drawnBounds(editorWith(), [])).toBeNull()
  })
})

describe('the line of an interaction', () => {
  const editor = editorWith(NEAR, FAR, BETWEEN)

  it('leads out of a picture without one of its teams', () => {
    const shapes = [NEAR, BETWEEN]
    expect(leadsOut(editor, shapes, drawnBounds(editor, shapes) ?? new Box())).toBe(true)
  })

  it('stays inside a picture of both of them', () => {
    const shapes = [NEAR, BETWEEN, FAR]
    expect(leadsOut(editor, shapes, drawnBounds(editor, shapes) ?? new Box())).toBe(false)
  })
})

interface Place {
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
}

function shapeOf(id: string, type: string, { x, y, ...props }: Place & Record<string, unknown>): TLShape {
  return { id, type, parentId: 'page:page', x, y, rotation: 0, props } as unknown as TLShape
}

function team(name: string, place: Place): TLShape {
  return shapeOf(teamShapeOn(name, MAP), 'team', {
    ...place,
    teamId: name,
    instanceId: MAP,
    teamType: 'platform',
  })
}

function interaction(place: Place): TLShape {
  const ends = { fromId: 'near', toId: 'far', instanceId: MAP, mode: 'facilitating', stretched: true }
  return shapeOf('shape:between', 'interaction', { ...place, ...ends })
}

function card(at: { x: number; y: number }, pin: { x: number; y: number }): TLShape {
  const size = { w: 216, h: 88 }
  const shape = shapeOf('shape:card', 'card', { ...at, ...size, pinX: pin.x, pinY: pin.y })
  return { ...shape, props: { ...shape.props, x: 0.5 } }
}

/** As much of an editor as these questions ask for; nothing is turned. */
function editorWith(...shapes: TLShape[]): Editor {
  const store = {} as Editor['store']
  attachClient(store, { view: { team: () => ({ get: () => null }) } } as unknown as BoardClient)
  const boundsOf = (shape: TLShape | string): Box | undefined => {
    const found = typeof shape === 'string' ? shapes.find(({ id }) => id === shape) : shape
    const { w = 0, h = 0 } = (found?.props ?? {}) as { w?: number; h?: number }
    return found && new Box(found.x, found.y, w, h)
  }
  return {
    store,
    getCurrentPageShapes: () => shapes,
    isIn: () => false,
    getShapePageBounds: boundsOf,
    getShapeMaskedPageBounds: boundsOf,
    getShapePageTransform: ({ x, y }: TLShape) => Mat.Translate(x, y),
    getPointInShapeSpace: (shape: TLShape, at: Place) => ({ x: at.x - shape.x, y: at.y - shape.y }),
  } as unknown as Editor
}
