import { expect, it } from 'vitest'
import { rankFound } from '@/lib/moving/rank-found'

const titles = (search: string, entries: Parameters<typeof rankFound>[0]) =>
  rankFound(entries, search).map(({ title }) => title)

it('finds by title, key, owner and team, without regard to case and accents', () => {
  const entry = { title: 'Über-Suche', externalKey: 'KEP-2570', owner: 'Ada Lovelace', team: 'Platform' }
  for (const search of ['uber', 'kep-2570', 'LOVELACE', 'platf', 'suche ada']) {
    expect(titles(search, [entry]), search).toEqual(['Über-Suche'])
  }
})

it('wants every word to stand somewhere', () => {
  expect(titles('memory ada', [{ title: 'Memory QoS', owner: 'Kim' }])).toEqual([])
})

it('puts what is meant first: the whole title, its beginning, one of its words, a part of one, then team and owner', () => {
  const entries = [
    { title: 'Later', team: 'Memory' },
    { title: 'Inmemory cache' },
    { title: 'Cheaper memory' },
    { title: 'Memory QoS' },
    { title: 'Memory' },
  ]
  expect(titles('memory', entries)).toEqual([
    'Memory',
    'Memory QoS',
    'Cheaper memory',
    'Inmemory cache',
    'Later',
  ])
})

it('puts a key typed in full before everything that only contains it', () => {
  const entries = [{ title: 'Follows K-1 closely' }, { title: 'Other', externalKey: 'K-1' }]
  expect(titles('k-1', entries)).toEqual(['Other', 'Follows K-1 closely'])
})

it('keeps the order of equals and finds all for an empty search', () => {
  const entries = ['b one', 'a one', 'c one'].map((title) => ({ title }))
  expect(titles('one', entries)).toEqual(['b one', 'a one', 'c one'])
  expect(titles('  ', entries)).toHaveLength(3)
})
