import { expect, it } from 'vitest'
import { lookedAt } from '@/components/canvas/moving/travel/looked-at'

const CURVES = { id: 'curves', frame: { x: 0, y: 0, w: 1_000, h: 800 } }
const MAP = { id: 'map', frame: { x: 1_100, y: 0, w: 1_200, h: 800 } }

const idIn = (x: number, w: number): string | null =>
  lookedAt({ x, y: -100, w, h: 1_000 }, [CURVES, MAP])?.id ?? null

it('is the template that takes most of the view, though the edge of another is seen', () => {
  expect(idIn(-50, 1_250)).toBe('curves')
  expect(idIn(700, 1_700)).toBe('map')
})

it('is none of two that are both seen nearly whole', () => {
  expect(idIn(-100, 2_500)).toBeNull()
  expect(idIn(300, 2_100)).toBeNull()
})

it('is the larger part where two are seen by half', () => {
  expect(idIn(600, 1_200)).toBe('map')
})

it('is none where only the table is seen', () => {
  expect(idIn(5_000, 800)).toBeNull()
  expect(lookedAt({ x: 0, y: 0, w: 100, h: 100 }, [])).toBeNull()
})
