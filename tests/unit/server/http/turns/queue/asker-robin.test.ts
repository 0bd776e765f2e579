import { expect, it } from 'vitest'
import { AskerRobin } from '@/server/http/turns/queue/asker-robin'

/** Each as `network person number`. */
function fill(...names: string[]): AskerRobin<string> {
  const waiting = new AskerRobin<string>()
  for (const name of names) {
    const [network = '', person = ''] = name.split(' ')
    waiting.add({ network, person }, name)
  }
  return waiting
}

function takeAll(waiting: AskerRobin<string>): string[] {
  const taken: string[] = []
  for (let next = waiting.take(); next !== undefined; next = waiting.take()) taken.push(next)
  return taken
}

it('goes round the networks, and within each round its people', () => {
  const waiting = fill('far mal 1', 'far mal 2', 'far max 1', 'home ada 1', 'home ada 2', 'home ben 1')
  expect([waiting.size, waiting.count({ network: 'far', person: 'mal' })]).toEqual([6, 2])
  expect(takeAll(waiting)).toEqual([
    ...['far mal 1', 'home ada 1'],
    ...['far max 1', 'home ben 1'],
    ...['far mal 2', 'home ada 2'],
  ])
  expect([waiting.size, waiting.count({ network: 'far', person: 'mal' })]).toEqual([0, 0])
})

it('takes the newest of whoever has most where most wait, however much somebody elsewhere has', () => {
  const waiting = fill('home ada 1', 'home ada 2', 'far ann 1', 'far mal 1', 'far mal 2', 'far max 1')
  expect([waiting.takeFromFullest(), waiting.size]).toEqual(['far mal 2', 5])
  expect(takeAll(waiting)).toEqual(['home ada 1', 'far ann 1', 'home ada 2', 'far mal 1', 'far max 1'])
  expect(waiting.takeFromFullest()).toBeUndefined()
})

it('counts somebody of the same name in another network as another', () => {
  const waiting = fill('home  1', 'far  1', 'far  2')
  expect(waiting.count({ network: 'home', person: '' })).toBe(1)
})

it('[ROOM-18] goes round the areas first, however many networks somebody makes up in theirs', () => {
  const made = [1, 2, 3].map((at) => `2001:db8:1:${at}:: mal 1`)
  const waiting = fill(...made, '2001:db8:2:1:: ada 1', '192.0.2.1 ben 1', '192.0.2.1 ben 2')
  expect(takeAll(waiting)).toEqual([
    ...['2001:db8:1:1:: mal 1', '2001:db8:2:1:: ada 1', '192.0.2.1 ben 1'],
    ...['2001:db8:1:2:: mal 1', '192.0.2.1 ben 2', '2001:db8:1:3:: mal 1'],
  ])
})
