import { expect, test } from 'vitest'
import { latestOfEach } from '@/components/board/offline/carrying/latest-of-each'
import { keptChange } from '../../support/kept-samples'

test('of what one page did to the same things the last stays; what another page did to them stays as well', () => {
  const first = keptChange('a', { clientId: 1, touched: ['initiatives/x', 'placements/x'] })
  const last = keptChange('b', { clientId: 1, touched: ['placements/x', 'initiatives/x'] })
  const other = keptChange('c', { clientId: 1, touched: ['initiatives/x'] })
  const elsewhere = keptChange('d', { clientId: 2, touched: ['initiatives/x'] })
  expect(latestOfEach([first, other, elsewhere, last])).toEqual([last, other, elsewhere])
})

test('those that say nothing of what they touched all stay', () => {
  const changes = ['a', 'b'].map((id) => keptChange(id, { clientId: 1, touched: [] }))
  expect(latestOfEach(changes)).toEqual(changes)
})
