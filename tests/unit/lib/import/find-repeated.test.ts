import { expect, it } from 'vitest'
import { findRepeated } from '@/lib/import/find-repeated'

it('finds the later rows of those that have one title, however it is written', () => {
  const rows = [
    { title: 'Single sign-on' },
    { title: 'Search' },
    { title: ' single  SIGN-ON ' },
    { title: 'Search' },
  ]
  expect([...findRepeated(rows)]).toEqual([rows[2], rows[3]])
})

it('takes different keys for different work, and a row without one for the same', () => {
  const rows = [
    { title: 'Search', externalKey: 'K-1' },
    { title: 'Search', externalKey: 'K-2' },
    { title: 'Search' },
  ]
  expect([...findRepeated(rows)]).toEqual([rows[2]])
})
