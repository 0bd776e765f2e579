import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { labelOf, placedLabel } from '@/components/canvas/teams/drawing/team-label'
import { workloadLines } from '@/lib/board/places/teams/workloads'
import { polygonHolds } from '@/lib/geometry/convex'
import { outlineOf } from '@/lib/teams/outline'
import { TEAM_TYPES, teamTypeOf } from '@/lib/teams/team-types'

/** Without a drawing context a letter is guessed to be so wide. */
const LETTER = 0.6

beforeEach(() => {
  vi.stubGlobal('document', { createElement: () => ({ getContext: () => null }) })
})
afterEach(() => void vi.unstubAllGlobals())

test('what is written in an octagon stands clear of its slanted corners', () => {
  const type = teamTypeOf('complicated-subsystem')
  const loadLines = workloadLines({ count: 1, effort: 1 })
  for (const size of [type.size, { w: 200, h: 110 }, { w: 140, h: 180 }]) {
    const { lines } = labelOf({ name: 'Video encoding', type, loadLines }, size, 'full')
    expect(lines.length).toBeGreaterThan(0)
    const { corners } = outlineOf(type.id, size)
    for (const { text, x, y, sizePx } of lines) {
      const half = (text.length * sizePx * LETTER) / 2
      const [top, bottom] = [y - 0.73 * sizePx, y]
      const box = [
        { x: x - half, y: top },
        { x: x + half, y: top },
        { x: x + half, y: bottom },
        { x: x - half, y: bottom },
      ]
      expect(polygonHolds(corners, box), `${text} in ${size.w} × ${size.h}`).toBe(true)
    }
  }
})

test('an octagon writes its whole name rather than a part of it in fewer lines', () => {
  const type = teamTypeOf('complicated-subsystem')
  const { lines } = labelOf({ name: 'Video encoding', type, loadLines: [] }, type.size, 'full')
  expect(lines.map(({ text }) => text).join(' ')).toBe('Video encoding')
})

test('the weeks of a team are called alike in a narrow shape, below each other', () => {
  const type = teamTypeOf('enabling')
  const loadLines = workloadLines({ count: 1, effort: 1 })
  const { lines } = labelOf({ name: 'Coaches', type, loadLines }, { w: 104, h: 160 }, 'full')
  expect(lines.map(({ text }) => text).join(' ')).toMatch(/1 person- ?week/)
})

test('the number of a team without a name is where it is drawn: below what stands there for its name', () => {
  const type = teamTypeOf('platform')
  const words = { name: '', type, loadLines: workloadLines({ count: 3, effort: 4 }) }
  const { chip } = placedLabel(words, type.size, 'full')
  expect(chip).toEqual(labelOf({ ...words, name: 'Unnamed team' }, type.size, 'full').chip)
  expect(chip).not.toEqual(labelOf(words, type.size, 'full').chip)
})

test('whatever a team of its first size writes on a map seen whole on a laptop can be read there', () => {
  const [zoom, leastPx] = [0.48, 9]
  const loadLines = workloadLines({ count: 12, effort: 98 })
  for (const type of TEAM_TYPES) {
    const { lines, chip } = labelOf({ name: 'Auth', type, loadLines }, type.size, 'far')
    expect(Math.min(...lines.map(({ sizePx }) => sizePx)) * zoom, type.id).toBeGreaterThanOrEqual(leastPx)
    expect(chip, `${type.id} says how many initiatives it has`).not.toBeNull()
  }
})

test.each([
  ['full', 0.92, 11],
  ['large', 0.65, 11],
  ['far', 0.48, 9],
] as const)(
  'no name is written smaller than can be read at the zoom where %s begins',
  (detail, zoom, leastPx) => {
    for (const name of ['Zahlungsverkehrsabwicklung', 'Platform engineering and developer experience']) {
      for (const type of TEAM_TYPES) {
        const { lines } = labelOf({ name, type, loadLines: [] }, type.size, detail)
        expect(lines.length, `${name}, ${type.id}`).toBeGreaterThan(0)
        expect(Math.min(...lines.map(({ sizePx }) => sizePx)) * zoom, type.id).toBeGreaterThanOrEqual(leastPx)
      }
    }
  },
)

test('a long word is written smaller while it can be read, then broken, and its size stays', () => {
  const type = teamTypeOf('enabling')
  const named = (name: string) => labelOf({ name, type, loadLines: [] }, type.size, 'full').lines
  expect(named('Coaches').map(({ text, sizePx }) => [text, sizePx])).toEqual([['Coaches', 15]])
  expect(named('Operation').map(({ text, sizePx }) => [text, sizePx])).toEqual([['Operation', 13]])
  expect(named('Instrumentation').map(({ text, sizePx }) => [text, sizePx])).toEqual([
    ['Instrum-', 15],
    ['entation', 15],
  ])
})

test('a name that is too long for one line is a little smaller beside its number, then takes the room of that', () => {
  const type = teamTypeOf('stream-aligned')
  const loadLines = workloadLines({ count: 12, effort: 98 })
  const written = (name: string) => labelOf({ name, type, loadLines }, type.size, 'far')
  const beside = written('Search and recommendations')
  expect(beside.lines[0]?.text).toBe('Search and recommendations')
  expect(beside.chip).not.toBeNull()
  const alone = written('Platform engineering, developer experience')
  expect(alone.lines.map(({ text }) => text).join(' ')).toBe('Platform engineering, developer experience')
  expect(alone.chip).toBeNull()
})

test('a name that is cut shows as much of itself as has room', () => {
  const type = teamTypeOf('complicated-subsystem')
  const { lines } = labelOf({ name: 'Zahlungsverkehrsabwicklung', type, loadLines: [] }, type.size, 'far')
  expect(lines.length).toBeGreaterThan(1)
  expect(lines.at(-1)?.text).toMatch(/…$/)
})

test('a short name in a narrow shape is written smaller from afar rather than broken', () => {
  const type = teamTypeOf('enabling')
  const { lines } = labelOf({ name: 'Search', type, loadLines: [] }, type.size, 'title')
  expect(lines.map(({ text }) => text)).toEqual(['Search'])
})

test('a name without work lies on its side in a tall shape rather than broken, and stands where it fits', () => {
  const type = teamTypeOf('enabling')
  const placed = (name: string, loadLines: readonly string[][] = []) =>
    placedLabel({ name, type, loadLines }, type.size, 'far')
  const turned = placed('Quality coaching')
  expect(turned.isTurned).toBe(true)
  expect(turned.lines.map(({ text }) => text)).toEqual(['Quality', 'coaching'])
  expect(placed('Ops').isTurned).toBe(false)
  expect(placed('Quality coaching', [['2 initiatives']]).isTurned).toBe(false)
})
