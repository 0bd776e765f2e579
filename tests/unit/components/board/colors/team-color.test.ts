import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { PAGE_TEAMS, PICTURE_TEAMS, teamColor } from '@/components/board/colors/team-color'
import { picturePalette } from '@/components/canvas/shapes/palette'
import { TEAM_HUE_COUNT } from '@/lib/teams/team-hues'
import { contrast, distance, distances, EYES } from '@/tests/support/color-sight'

/** In OKLab, where a person just sees 0.02 as different; twelve of no less than 3:1 can hardly be further apart. */
const LEAST_DISTANCES: Readonly<Record<string, number>> = { 'with all cones': 0.12 }
const LEAST_DISTANCE = 0.06
/** What no team may be taken for: danger, and the accent. */
const OTHER_MEANINGS = { light: ['#e11d48', '#0f766e'], dark: ['#fb7185', '#2dd4bf'] } as const
const APART_FROM_THEM = 0.1

describe.each(['light', 'dark'] as const)('the colours of teams in the %s', (theme) => {
  const { hues, none } = PICTURE_TEAMS[theme]

  it('are one for each hue, and are seen on a card', () => {
    expect(hues).toHaveLength(TEAM_HUE_COUNT)
    const { card } = picturePalette(theme === 'dark')
    for (const color of hues) expect(contrast(color, card)).toBeGreaterThanOrEqual(3)
  })

  it.each(Object.entries(EYES))('stay apart for eyes %s', (whose, eye) => {
    const least = LEAST_DISTANCES[whose] ?? LEAST_DISTANCE
    expect(Math.min(...distances(eye, hues))).toBeGreaterThan(least)
  })

  it('stay clear of danger, of the accent, and of having no team', () => {
    const eye = EYES['with all cones'] ?? []
    for (const color of hues) {
      for (const other of [...OTHER_MEANINGS[theme], none]) {
        expect(distance(eye, color, other)).toBeGreaterThan(APART_FROM_THEM)
      }
    }
  })

  it('are the same on the page', () => {
    const css = readFileSync(new URL('../../../../../components/ui/tokens.css', import.meta.url), 'utf8')
    hues.forEach((color, hue) => {
      const pair = new RegExp(`--team-${hue}: light-dark\\((#\\w+), (#\\w+)\\);`).exec(css)
      expect(pair?.[theme === 'light' ? 1 : 2]).toBe(color)
      expect(PAGE_TEAMS.hues[hue]).toBe(`var(--team-${hue})`)
    })
  })
})

it('a card without a team wears none of them', () => {
  expect(teamColor(null)).toBe(PAGE_TEAMS.none)
  expect(teamColor(3, PICTURE_TEAMS.dark)).toBe(PICTURE_TEAMS.dark.hues[3])
})
