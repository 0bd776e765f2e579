import fc from 'fast-check'
import { expect, it } from 'vitest'
import { Counts } from '@/server/counts'

const KEYS = ['ada', 'ben', 'cleo'] as const

it('knows under which key there are most, whatever comes and goes', () => {
  const step = fc.record({ key: fc.constantFrom(...KEYS), comes: fc.boolean() })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const counts = new Counts<string>()
      const plain = { ada: 0, ben: 0, cleo: 0 }
      for (const { key, comes } of steps) {
        if (comes) counts.add(key)
        else counts.remove(key)
        plain[key] = Math.max(0, plain[key] + (comes ? 1 : -1))
        const most = Math.max(...Object.values(plain))
        expect([...KEYS.map((one) => counts.of(one)), counts.most]).toEqual([...Object.values(plain), most])
        expect(counts.fullest === undefined ? 0 : counts.of(counts.fullest)).toBe(most)
      }
    }),
  )
})

it('names, of those with as many, the one that has been so for longest', () => {
  const counts = new Counts<string>()
  for (const key of ['ada', 'ben', 'ben', 'ada']) counts.add(key)
  expect(counts.fullest).toBe('ben')
  counts.remove('ben')
  expect(counts.fullest).toBe('ada')
})
