import { expect, test } from 'vitest'
import { ERRORS } from '@/lib/errors'
import { LIMITS } from '@/lib/sync/limits'

test('an image made as small as the sentence about its pixels says is taken, also one that moves', () => {
  const [width, height] = ERRORS['too-many-pixels'].sentence.match(/\d,\d{3}/g) ?? []
  const toNumber = (shown = ''): number => Number(shown.replace(',', ''))
  expect(toNumber(width) * toNumber(height)).toBe(Math.min(LIMITS.MOVING_IMAGE_PIXELS, LIMITS.IMAGE_PIXELS))
})
