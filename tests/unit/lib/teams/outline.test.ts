import { describe, expect, it } from 'vitest'
import { INTERACTION_MODES } from '@/lib/teams/interaction-modes'
import { outlineOf } from '@/lib/teams/outline'
import { TEAM_TYPES } from '@/lib/teams/team-types'

const ALL = [...TEAM_TYPES, ...INTERACTION_MODES]
const rounded = (corners: readonly { x: number; y: number }[]): number[][] =>
  corners.map(({ x, y }) => [Math.round(x * 100) / 100, Math.round(y * 100) / 100])

describe('the published outlines', () => {
  it('draws a platform with square corners', () => {
    const { path, corners } = outlineOf('platform', { w: 400, h: 72 })
    expect(rounded(corners)).toEqual([
      [0, 0],
      [400, 0],
      [400, 72],
      [0, 72],
    ])
    expect(path).toBe('M0 0L400 0L400 72L0 72Z')
  })

  it('rounds stream-aligned and enabling teams by a sixth of their short side', () => {
    expect(outlineOf('stream-aligned', { w: 320, h: 60 }).path).toMatch(/^M10 0H310A10 10 0 0 1 320 10V50/)
    expect(outlineOf('enabling', { w: 90, h: 160 }).path).toMatch(/^M15 0H75A15 15 0 0 1 90 15V145/)
  })

  it('draws an undefined team as a pill', () => {
    expect(outlineOf('undefined-team', { w: 320, h: 64 }).path).toMatch(/^M32 0H288A32 32/)
  })

  it('cuts the corners of a complicated subsystem by .29289 of its short side', () => {
    const { corners } = outlineOf('complicated-subsystem', { w: 140, h: 100 })
    expect(corners).toHaveLength(8)
    expect(rounded(corners)[0]).toEqual([29.29, 0])
    expect(rounded(corners)[2]).toEqual([140, 29.29])
  })

  it('leans a collaboration to the right by a fifth', () => {
    expect(rounded(outlineOf('collaboration', { w: 140, h: 60 }).corners)).toEqual([
      [28, 0],
      [140, 0],
      [112, 60],
      [0, 60],
    ])
  })

  it('points a service upwards and draws facilitating as a circle', () => {
    expect(rounded(outlineOf('x-as-a-service', { w: 72, h: 76 }).corners)).toEqual([
      [36, 0],
      [72, 76],
      [0, 76],
    ])
    for (const { x, y } of outlineOf('facilitating', { w: 96, h: 96 }).corners) {
      expect(Math.hypot(x - 48, y - 48)).toBeCloseTo(48)
    }
  })

  it.each(ALL.map(({ id, size }) => ({ id, size })))(
    'keeps $id inside its box and convex',
    ({ id, size }) => {
      const { corners } = outlineOf(id, size)
      for (const { x, y } of corners) {
        expect(x).toBeGreaterThanOrEqual(-1e-9)
        expect(y).toBeGreaterThanOrEqual(-1e-9)
        expect(x).toBeLessThanOrEqual(size.w + 1e-9)
        expect(y).toBeLessThanOrEqual(size.h + 1e-9)
      }
      corners.forEach((corner, at) => {
        const next = corners[(at + 1) % corners.length] ?? corner
        const after = corners[(at + 2) % corners.length] ?? corner
        const turn = (next.x - corner.x) * (after.y - next.y) - (next.y - corner.y) * (after.x - next.x)
        expect(turn).toBeGreaterThanOrEqual(-1e-6)
      })
    },
  )
})
