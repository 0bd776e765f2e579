import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { teamBarPlace } from '@/components/canvas/teams/bar/team-bar-place'
import { layRemarks } from '@/components/canvas/teams/drawing/interaction-words'
import { coveredPx } from '@/components/canvas/view/covered-px'
import { interactionModeOf } from '@/lib/teams/interaction-modes'

const STRETCHED = 'Stretched: its teams are far apart'
const SIZE = { w: 140, h: 60 }
const worded = {
  facts: { mode: interactionModeOf('collaboration'), warnings: [STRETCHED], around: [] },
  ...{ size: SIZE, rotation: 0, detail: 'full' as const },
}

beforeEach(() => {
  vi.stubGlobal('document', { createElement: () => ({ getContext: () => null }) })
})
afterEach(() => void vi.unstubAllGlobals())

test('what an interaction remarks stands under it, whole, and is not read from far away', () => {
  const remarks = layRemarks(worded)
  expect(remarks?.lines.join(' ')).toBe(STRETCHED)
  expect(remarks?.box.y).toBeGreaterThanOrEqual(SIZE.h / 2)
  expect(layRemarks({ ...worded, detail: 'block' })).toBeNull()
  expect(layRemarks({ ...worded, facts: { ...worded.facts, warnings: [] } })).toBeNull()
})

test('the bar of an interaction stands clear of what that remarks, above and below', () => {
  const box = layRemarks(worded)?.box ?? { x: 0, y: 0, w: 0, h: 0 }
  const bar = { w: 240, h: 40 }
  const [x, y] = [500, 300]
  const shape = { left: x - 70, right: x + 70, top: y - 30, bottom: y + 30 }
  for (const top of [y + box.y, y - box.y - box.h]) {
    const words = { left: x + box.x, right: x + box.x + box.w, top, bottom: top + box.h }
    const ground = { shape, others: [words], bar, canvas: { w: 1016, h: 672 }, bannersPx: 0 }
    const at = teamBarPlace(ground)
    expect(at && coveredPx(at, bar, words)).toBe(0)
    expect(at && coveredPx(at, bar, shape)).toBe(0)
  }
})
