import { expect, test } from 'vitest'
import { toFileName } from '@/components/workshop/top-bar/export-picture'

const NOW = new Date('2026-03-04T12:00:00Z')

test('a picture is named for its board and the day', () => {
  expect(toFileName('Planung: zweites Halbjahr / Größe', NOW, 'png')).toBe(
    'Planung-zweites-Halbjahr-Größe-2026-03-04.png',
  )
})

test('a title of signs alone still makes a name', () => {
  expect(toFileName('???', NOW, 'csv')).toBe('board-2026-03-04.csv')
})
