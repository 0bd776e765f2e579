import type { Editor } from 'tldraw'
import { expect, test, vi } from 'vitest'
import { asterisksOf } from '@/components/canvas/teams/asterisks-of'
import type { InteractionShape } from '@/components/canvas/teams/team-shapes'
import * as convex from '@/lib/geometry/convex'

vi.mock(import('@/lib/geometry/convex'), async (original) => ({ ...(await original()) }))

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
  const look = vi.spyOn(convex, 'polygonHolds')
  for (const one of all) asterisksOver(one, team('third', 80), ...standing)
  const atFirst = look.mock.calls.length
  for (const one of all) asterisksOver(one, team('third', 81), ...standing)
  expect(atFirst).toBeGreaterThan(0)
  expect(look.mock.calls.length).toBe(atFirst)
})

function team(teamId: string, x: number, instanceId = 'map') {
  return shapeOf('team', x, { teamId, instanceId, teamType: 'platform', w: 60, h: 60 })
}

function shapeOf(type: string, x: number, props: object): unknown {
  return { id: `shape:${type}-${x}`, type, x, y: 0, rotation: 0, props }
}

function asterisksOver(interaction: InteractionShape, ...teams: unknown[]) {
  const editor = {
    getCurrentPageShapes: () => teams,
    getPointInShapeSpace: (_: unknown, at: { x: number; y: number }) => at,
  }
  return asterisksOf(editor as unknown as Editor, interaction)
}
