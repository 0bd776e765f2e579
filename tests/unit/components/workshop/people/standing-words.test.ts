import { expect, it } from 'vitest'
import { standingWords } from '@/components/workshop/people/standing-words'

const HERE = { away: false, nameless: false }

it('says the role, and who is away', () => {
  expect(standingWords({ name: 'Ada', role: 'viewer' }, HERE)).toBe('Viewer')
  expect(standingWords({ name: 'Ada', role: 'viewer' }, { ...HERE, away: true })).toBe('Viewer, away')
})

it('says the role of the nameless only where it is not what the others call them', () => {
  const nameless = { away: false, nameless: true }
  expect(standingWords({ name: 'Facilitator', role: 'facilitator' }, nameless)).toBe('')
  expect(standingWords({ name: 'Facilitator', role: 'facilitator' }, { ...nameless, away: true })).toBe(
    'away',
  )
  expect(standingWords({ name: 'Facilitator', role: 'viewer' }, nameless)).toBe('Viewer')
})

it('says the role of whoever gave that name as their own', () => {
  expect(standingWords({ name: 'Facilitator', role: 'facilitator' }, HERE)).toBe('Facilitator')
})
