import { expect, it } from 'vitest'
import { paintedColor, paintedLine } from '@/components/canvas/teams/drawing/painted-color'
import { INTERACTION_MODES, interactionModeOf } from '@/lib/teams/interaction-modes'
import { TEAM_TYPES, teamTypeOf } from '@/lib/teams/team-types'

it('is what is seen where the page shines through a fill', () => {
  const { paint } = interactionModeOf('x-as-a-service')
  expect(paintedColor(paint, false)).toBe('#d8d7d6')
  expect(paintedColor(paint, true)).toBe('#a5a6a7')
})

it('is the fill itself where nothing shines through', () => {
  expect(paintedColor(teamTypeOf('platform').paint, false)).toBe('#b7cdf1')
})

it('draws the broken line of every interaction on a dark page so that it shows on what is under it, at 3:1', () => {
  for (const { id, paint } of INTERACTION_MODES) {
    const line = paintedLine(paint, true)
    expect(contrastOf(line, paintedColor(paint, true)), id).toBeGreaterThanOrEqual(3)
    expect(contrastOf(line, paint.fill), `${id}, in its gaps`).toBeGreaterThanOrEqual(3)
  }
})

it('draws outlines as published on white paper, and those of teams on a dark page too', () => {
  const { paint } = interactionModeOf('x-as-a-service')
  expect(paintedLine(paint, false)).toBe(paint.line)
  for (const { paint: team } of TEAM_TYPES) expect(paintedLine(team, true)).toBe(team.line)
})

function contrastOf(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminanceOf(one), luminanceOf(other)].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

function luminanceOf(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = parseInt(color.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
