import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { CANVAS_COLORS } from '@/components/board/canvas/canvas-styles'
import { NOTE_INK, NOTE_PAPERS } from '@/components/board/colors/note-papers'
import { contrast, distances, EYES } from '@/tests/support/color-sight'

/** In OKLab, where a person just sees 0.02 as different. */
const LEAST_DISTANCES: Readonly<Record<string, number>> = { 'with all cones': 0.11 }
const LEAST_DISTANCE = 0.06

describe.each(['light', 'dark'] as const)('the papers of notes in the %s', (theme) => {
  const papers = Object.values(NOTE_PAPERS[theme])

  it.each(Object.entries(EYES))('stay apart for eyes %s', (whose, eye) => {
    const least = LEAST_DISTANCES[whose] ?? LEAST_DISTANCE
    expect(Math.min(...distances(eye, papers))).toBeGreaterThan(least)
  })

  it('carry words that can be read', () => {
    for (const paper of papers) expect(contrast(paper, NOTE_INK)).toBeGreaterThanOrEqual(4.5)
  })

  it('are the same on the page', () => {
    const css = readFileSync(new URL('../../../../../components/ui/tokens.css', import.meta.url), 'utf8')
    for (const { color } of CANVAS_COLORS) {
      const pair = new RegExp(`--note-${color}: light-dark\\((#\\w+), (#\\w+)\\);`).exec(css)
      expect(pair?.[theme === 'light' ? 1 : 2]).toBe(NOTE_PAPERS[theme][color])
    }
  })
})
