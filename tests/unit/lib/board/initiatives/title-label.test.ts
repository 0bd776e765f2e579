import { expect, it } from 'vitest'
import { titleLabel } from '@/lib/board/initiatives/title-label'

it('calls an initiative by its title, and one without by a word that says so', () => {
  expect(titleLabel('Search')).toBe('Search')
  expect([titleLabel(''), titleLabel(undefined)]).toEqual(['Untitled', 'Untitled'])
})

it('calls one untitled whose title shows nothing', () => {
  expect(['\u200b\u2060', ' \n', '\u3164'].map(titleLabel)).toEqual(['Untitled', 'Untitled', 'Untitled'])
})
