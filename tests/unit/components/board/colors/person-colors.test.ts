import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { PERSON_COLORS } from '@/components/board/colors/person-colors'
import { contrast, distances, EYES } from '@/tests/support/color-sight'

/** In OKLab; more than three times what a person just sees as different. */
const LEAST_DISTANCE = 0.07

test('there are twelve, and each carries its ink as text', () => {
  expect(PERSON_COLORS).toHaveLength(12)
  for (const { fill, ink } of PERSON_COLORS) expect(contrast(fill, ink)).toBeGreaterThanOrEqual(4.5)
})

test.each(Object.entries(EYES))('they stay apart for eyes %s', (_, eye) => {
  const apart = distances(
    eye,
    PERSON_COLORS.map(({ fill }) => fill),
  )
  expect(apart).toHaveLength(66)
  expect(Math.min(...apart)).toBeGreaterThan(LEAST_DISTANCE)
})

test('the page and the canvas show the same colours', () => {
  const css = readFileSync(new URL('../../../../../components/ui/tokens.css', import.meta.url), 'utf8')
  PERSON_COLORS.forEach(({ fill, ink }, slot) => {
    expect(css).toContain(`--person-${slot}: ${fill};`)
    expect(css).toContain(`--person-${slot}-ink: ${ink};`)
  })
})
