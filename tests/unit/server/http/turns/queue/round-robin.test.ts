import { expect, it } from 'vitest'
import { RoundRobin } from '@/server/http/turns/queue/round-robin'

function fill(...names: string[]): RoundRobin<string, string> {
  const waiting = new RoundRobin<string, string>()
  for (const name of names) waiting.add(name[0] ?? '', name)
  return waiting
}

it('lets out one of each in turn', () => {
  const waiting = fill('a1', 'a2', 'b1')
  expect([waiting.take(), waiting.take(), waiting.take(), waiting.take()]).toEqual([
    'a1',
    'b1',
    'a2',
    undefined,
  ])
  expect([waiting.size, waiting.count('a')]).toEqual([0, 0])
})

it('takes the newest from where most wait, and keeps the order of all others', () => {
  const waiting = fill('a1', 'b1', 'b2', 'a2', 'b3')
  expect(waiting.takeFromFullest()).toBe('b3')
  expect([waiting.size, waiting.count('b')]).toEqual([4, 2])
  expect([waiting.take(), waiting.take(), waiting.take(), waiting.take()]).toEqual(['a1', 'b1', 'a2', 'b2'])
  expect(waiting.takeFromFullest()).toBeUndefined()
})

it('leaves no turn where it took the last', () => {
  const waiting = fill('a1', 'b1')
  expect(waiting.takeFromFullest()).toBe('a1')
  expect([waiting.take(), waiting.take()]).toEqual(['b1', undefined])
})
