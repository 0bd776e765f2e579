import { expect, it } from 'vitest'
import { asStillPicture } from '@/components/board/store/projected/still-picture'
import { geoRecord } from '@/tests/support/boards/board-builders'

const picture = (mimeType: string, isAnimated: boolean) => ({
  id: 'asset:one',
  typeName: 'asset',
  type: 'image',
  props: { src: '/assets/one', w: 7_000, h: 7_000, mimeType, isAnimated },
})

it('keeps from the canvas that a picture moves, whichever way it says so', () => {
  for (const record of [picture('image/png', true), picture('image/gif', false)])
    expect(asStillPicture(record)['props']).toMatchObject({ w: 7_000, isAnimated: false, mimeType: null })
})

it('leaves everything else as it is', () => {
  const shape = geoRecord('shape:one')
  expect(asStillPicture(shape)).toBe(shape)
})
