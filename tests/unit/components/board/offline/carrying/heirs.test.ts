import { expect, test } from 'vitest'
import { Heirs } from '@/components/board/offline/carrying/heirs'

test('changes that are carried over together have a last client id in common, each one of its own, and so on anew', () => {
  const heirs = new Heirs()
  const drawn = Array.from({ length: 17 }, () => heirs.next())
  const [first = [], second = []] = drawn
  expect(second).toEqual(first.slice(1))
  expect(new Set(drawn.slice(0, 16).map((ids) => ids.at(-1))).size).toBe(1)
  expect(new Set(drawn.map(([own]) => own)).size).toBe(17)
  expect(first).not.toContain(drawn.at(-1)?.at(-1))
})
