import type { Editor } from 'tldraw'
import { expect, test } from 'vitest'
import { asterisksOf } from '@/components/canvas/teams/asterisks-of'
import type { InteractionShape } from '@/components/canvas/teams/team-shapes'

const ENDS = { instanceId: 'map', fromId: 'one', toId: 'other' }
const OVER = shapeOf('interaction', 30, { ...ENDS, mode: 'collaboration', w: 160, h: 60 }) as InteractionShape

test('an interaction over a third team of its map has an asterisk on each of its own', () => {
  const at = asterisksOver(team('one', 0), team('third', 80), team('other', 160))
  expect(at).toHaveLength(2)
  expect(at[0]?.x).toBeLessThan(60)
  expect(at[1]?.x).toBeGreaterThan(160)
})

test('a third team of another map counts for nothing', () => {
  expect(asterisksOver(team('one', 0), team('third', 80, 'next map'), team('other', 160))).toEqual([])
})

function team(teamId: string, x: number, instanceId = 'map') {
  return shapeOf('team', x, { teamId, instanceId, teamType: 'platform', w: 60, h: 60 })
}

function shapeOf(type: string, x: number, props: object): unknown {
  return { id: `shape:${type}-${x}`, type, x, y: 0, rotation: 0, props }
}

function asterisksOver(...teams: unknown[]) {
  const editor = {
    getCurrentPageShapes: () => teams,
    getPointInShapeSpace: (_: unknown, at: { x: number; y: number }) => at,
  }
  return asterisksOf(editor as unknown as Editor, OVER)
}
