import { expect, test } from 'vitest'
import { hintWords } from '@/components/workshop/hints/hint-words'

test('the first hint speaks of teams only where there are teams, and of lines only where there are lines', () => {
  expect(hintWords('place', 'line').text).toContain('Hold it near a line and you see')
  expect(hintWords('place', 'team').text).toContain('Hold it over a team and you see')
  expect(hintWords('place', 'either').text).toContain('near a line or over a team')
  expect(hintWords('place', 'line').short).toBe('Let go near a line.')
})

test('while the tray is folded the first hint says to open it', () => {
  expect(hintWords('place', 'line', true)).toMatchObject({ title: 'Open “To place”' })
})

test('what a phone shows of a hint fits one line', () => {
  for (const hint of ['place', 'slide', 'follow'] as const) {
    for (const landing of ['line', 'team', 'either'] as const) {
      for (const isTrayFolded of [true, false])
        expect(hintWords(hint, landing, isTrayFolded).short.length).toBeLessThanOrEqual(30)
    }
  }
})
