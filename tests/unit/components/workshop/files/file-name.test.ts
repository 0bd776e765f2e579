import { expect, test } from 'vitest'
import { toFileName } from '@/components/workshop/files/file-name'

const NOW = new Date(2026, 2, 4, 23, 30)

test('a file is named for its board and the day where the person is', () => {
  expect(toFileName({ title: 'Planung: zweites Halbjahr / Größe', now: NOW, ending: 'png' })).toBe(
    'Planung-zweites-Halbjahr-Größe-2026-03-04.png',
  )
})

test('a part of the board is named too, also beside a long title', () => {
  expect(toFileName({ title: 'Plan', part: 'Effort and value (2)', now: NOW, ending: 'svg' })).toBe(
    'Plan-Effort-and-value-2-2026-03-04.svg',
  )
  expect(toFileName({ title: 'x'.repeat(200), part: 'Selection', now: NOW, ending: 'svg' })).toBe(
    `${'x'.repeat(60)}-Selection-2026-03-04.svg`,
  )
})

test('a long title ends with a whole word, unless most of it would go with the last', () => {
  const named = (title: string) => toFileName({ title, now: NOW, ending: 'png' })
  expect(named(`${'Vorlagen '.repeat(6)}Herbstplanung 2027`)).toBe(`${'Vorlagen-'.repeat(6)}2026-03-04.png`)
  expect(named(`${'Vorlagen '.repeat(6)}Herbst 2027`)).toBe(`${'Vorlagen-'.repeat(6)}Herbst-2026-03-04.png`)
  expect(named(`Plan ${'x'.repeat(80)}`)).toBe(`Plan-${'x'.repeat(55)}-2026-03-04.png`)
})

test('a title of signs alone still makes a name', () => {
  expect(toFileName({ title: '../???', now: NOW, ending: 'png' })).toBe('board-2026-03-04.png')
})

test('the signs of a letter stay with it, and no character is halved', () => {
  expect(toFileName({ title: 'हिन्दी योजना', now: NOW, ending: 'csv' })).toBe('हिन्दी-योजना-2026-03-04.csv')
  expect(toFileName({ title: '𝒳'.repeat(70), now: NOW, ending: 'csv' })).toBe(
    `${'𝒳'.repeat(60)}-2026-03-04.csv`,
  )
})
