import type { Editor } from 'tldraw'
import { expect, test } from 'vitest'
import { asterisksOf } from '@/components/canvas/teams/asterisks-of'
import type { InteractionShape } from '@/components/canvas/teams/team-shapes'
import type { Point } from '@/lib/geometry/point'

const ENDS = { instanceId: 'map', fromId: 'one', toId: 'other' }
const OVER = shapeOf('interaction', 30, { ...ENDS, mode: 'collaboration', w: 160, h: 60 }) as InteractionShape

test('an interaction over a third team of its map has an asterisk on each of its own', () => {
  const at = asterisksOver(OVER, team('one', 0), team('third', 80), team('other', 160))
  expect(at).toHaveLength(2)
  expect(at[0]?.x).toBeLessThan(60)
  expect(at[1]?.x).toBeGreaterThan(160)
})

test('a third team of another map counts for nothing', () => {
  expect(asterisksOver(OVER, team('one', 0), team('third', 80, 'next map'), team('other', 160))).toEqual([])
})

test('of a crowded map no more is worked out anew than a move of one team takes', () => {
  const standing = Array.from({ length: 200 }, (_, at) => team(`team-${at}`, at % 50))
  const over = (fromId: string) => ({ ...OVER, props: { ...OVER.props, fromId, toId: 'other' } })
  const all = Array.from({ length: 200 }, (_, at) => over(`team-${at}`))
  const placesWith = (third: unknown): Point[] => {
    const places: Point[] = []
    for (const one of all) asterisksOf(editorWith([third, ...standing], places), one)
    return places
  }
  const atFirst = placesWith(team('third', 80))
  const afterMove = placesWith(team('third', 81))
  expect(atFirst).toHaveLength(all.length)
  // The very same: of what did not move nothing was looked for again.
  expect(afterMove.every((place, at) => place === atFirst[at])).toBe(true)
})

function team(teamId: string, x: number, instanceId = 'map') {
  return shapeOf('team', x, { teamId, instanceId, teamType: 'platform', w: 60, h: 60 })
}

function shapeOf(type: string, x: number, props: object): unknown {
  return { id: `shape:${type}-${x}`, type, x, y: 0, rotation: 0, props }
}

function asterisksOver(interaction: InteractionShape, ...teams: unknown[]) {
  return asterisksOf(editorWith(teams), interaction)
}

/** Its places are in the px of the page; they are kept in `places` as they were found. */
function editorWith(teams: readonly unknown[], places: Point[] = []): Editor {
  const editor = {
    getCurrentPageShapes: () => teams,
    getPointInShapeSpace: (_: unknown, at: Point) => {
      places.push(at)
      return at
    },
  }
  return editor as unknown as Editor
}
