import { expect, test } from 'vitest'
import { toFileName } from '@/components/workshop/top-bar/file-name'

const NOW = new Date(2026, 2, 4, 23, 30)

test('a file is named for its board and the day where the person is', () => {
  expect(toFileName('Planung: zweites Halbjahr / Größe', NOW, 'png')).toBe(
    'Planung-zweites-Halbjahr-Größe-2026-03-04.png',
  )
})

test('a part of the board is named too, also beside a long title', () => {
  expect(toFileName('Plan', NOW, 'svg', 'Effort and value (2)')).toBe(
    'Plan-Effort-and-value-2-2026-03-04.svg',
  )
  expect(toFileName('x'.repeat(200), NOW, 'svg', 'Selection')).toBe(
    `${'x'.repeat(60)}-Selection-2026-03-04.svg`,
  )
})

test('a title of signs alone still makes a name', () => {
  expect(toFileName('../???', NOW, 'png')).toBe('board-2026-03-04.png')
})
