import { expect, it } from 'vitest'
import { markPlace } from '@/components/canvas/session/mark-place'

it('says where the mark stands in the bottom right corner of the canvas', () => {
  expect(markPlace({ left: 264, right: 1280, bottom: 720 })).toEqual({
    '--mark-left': '1164px',
    '--mark-right': '1280px',
    '--mark-top': '668px',
    '--mark-bottom': '720px',
  })
})

it('knows that the mark stands upright at the edge of a narrow canvas', () => {
  const place = markPlace({ left: 0, right: 390, bottom: 655 })
  expect([place['--mark-left'], place['--mark-top']]).toEqual(['370px', '587px'])
})
