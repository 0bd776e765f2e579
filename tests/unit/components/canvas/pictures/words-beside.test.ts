import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { wordsBeside } from '@/components/canvas/pictures/words-beside'
import { picturePalette } from '@/components/canvas/shapes/palette'
import { InteractionDrawing } from '@/components/canvas/teams/drawing/interaction-drawing'
import { boxAround, holds, type Box } from '@/lib/geometry/box'
import {
  INTERACTION_MODE_IDS,
  interactionModeOf,
  type InteractionModeId,
} from '@/lib/teams/interaction-modes'
import { interactionWarnings } from '@/lib/teams/interaction-warnings'

/** Without a drawing context a letter is taken to be so wide, in its size. */
const GUESSED_WIDTH = 0.6
const SMALL = { w: 30, h: 30 }
const TEAM_BELOW = { x: -300, y: 20, w: 600, h: 120 }

beforeAll(() => {
  vi.stubGlobal('document', { createElement: () => ({ getContext: () => null }) })
})
afterAll(() => {
  vi.unstubAllGlobals()
})

describe('the words beside an interaction', () => {
  it.each(
    INTERACTION_MODE_IDS.flatMap((mode) => [0, 0.7, Math.PI / 2, -2].map((turn) => [mode, turn] as const)),
  )('have room for all that is drawn of %s turned by %d', (mode, rotation) => {
    for (const size of [interactionModeOf(mode).size, SMALL]) {
      for (const teams of [[], [TEAM_BELOW]]) {
        const facts = factsOf(mode, teams)
        const drawn = drawnWords({ facts, size, rotation })
        const room = boxAround([
          ...wordsBeside({ facts, size, rotation }),
          { x: -size.w / 2, y: -size.h / 2, ...size },
        ])
        expect(drawn.length).toBeGreaterThan(1)
        for (const { x, y, w, h } of drawn) {
          expect(room && holds(room, { x, y }) && holds(room, { x: x + w, y: y + h })).toBe(true)
        }
      }
    }
  })

  it('are none where its name stands inside and nothing is to be said', () => {
    const facts = { ...factsOf('collaboration', []), warnings: [] }
    expect(wordsBeside({ facts, size: { w: 240, h: 80 }, rotation: 0 })).toEqual([])
  })
})

function factsOf(id: InteractionModeId, around: readonly Box[]) {
  const warnings = interactionWarnings({ mode: id, from: 'stream-aligned', stretched: true })
  return {
    mode: interactionModeOf(id),
    sentence: '',
    ties: [],
    stretched: true,
    asterisks: [],
    warnings,
    around,
  }
}

/** The boxes of every text of the drawing, px of the page from the middle of the interaction. */
function drawnWords(given: {
  facts: ReturnType<typeof factsOf>
  size: { w: number; h: number }
  rotation: number
}): Box[] {
  const { size, rotation } = given
  const looks = { detail: 'full', strong: false, isOnDark: false, palette: picturePalette(false) } as const
  const markup = renderToStaticMarkup(createElement(InteractionDrawing, { ...given, ...looks }))
  return [...markup.matchAll(/<text([^>]*)>([^<]*)/g)].map(([, attributes = '', text = '']) => {
    const read = (name: string): number => Number(new RegExp(` ${name}="([^"]+)"`).exec(attributes)?.[1])
    const letters = read('font-size')
    // A name is turned upright around its own middle, the remarks around that of the shape.
    const [, ax, ay] = / transform="rotate\(\S+ (\S+) (\S+)\)"/.exec(attributes) ?? []
    const pivot = ax && ay ? { x: Number(ax), y: Number(ay) } : { x: size.w / 2, y: size.h / 2 }
    const [dx, dy] = [pivot.x - size.w / 2, pivot.y - size.h / 2]
    const [sin, cos] = [Math.sin(rotation), Math.cos(rotation)]
    const middle = dx * cos - dy * sin + read('x') - pivot.x
    const line = dx * sin + dy * cos + read('y') - pivot.y
    const w = text.length * letters * GUESSED_WIDTH
    return { x: middle - w / 2, y: line - letters * 0.7, w, h: letters * 0.9 }
  })
}
