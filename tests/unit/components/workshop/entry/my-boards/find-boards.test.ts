import { expect, test } from 'vitest'
import { findBoards } from '@/components/workshop/entry/my-boards/find-boards'

const BOARDS = [{ title: 'Frühjahr 2027' }, { title: 'Team Blue' }, { title: 'Blue sky, spring' }]

test('a search finds every word wherever it stands, without case and accents', () => {
  expect(findBoards(BOARDS, 'blue').map(({ title }) => title)).toEqual(['Team Blue', 'Blue sky, spring'])
  expect(findBoards(BOARDS, ' SPRING  blue ').map(({ title }) => title)).toEqual(['Blue sky, spring'])
  expect(findBoards(BOARDS, 'fruh').map(({ title }) => title)).toEqual(['Frühjahr 2027'])
  expect(findBoards(BOARDS, 'green')).toEqual([])
})

test('an empty search finds everything', () => {
  expect(findBoards(BOARDS, '  ')).toEqual(BOARDS)
})
