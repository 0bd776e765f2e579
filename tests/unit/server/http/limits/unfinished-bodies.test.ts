import { expect, it } from 'vitest'
import { UnfinishedBodies } from '@/server/http/limits/unfinished-bodies'

let givenUp: string[]
const beginIn = (bounds: { perNetwork: number; inAll: number }) => {
  const bodies = new UnfinishedBodies(bounds)
  givenUp = []
  return (network: string, name: string, bytes: number) => {
    const body = bodies.begin(network, () => givenUp.push(name))
    body.takes(bytes)
    return body
  }
}

it('[ROOM-18] gives up the largest unfinished body of a network that has too much of them, of as large ones the oldest', () => {
  const begin = beginIn({ perNetwork: 10, inAll: 100 })
  begin('10.0.0.1', 'small', 1)
  begin('10.0.0.1', 'old', 4)
  begin('10.0.0.1', 'new', 4)
  begin('10.0.0.2', 'elsewhere', 9)
  expect(givenUp).toEqual([])
  begin('10.0.0.1', 'neighbour', 2)
  expect(givenUp).toEqual(['old'])
})

it('[ROOM-18] gives up one of the network with most in the area with most where all have too much', () => {
  const begin = beginIn({ perNetwork: 10, inAll: 20 })
  begin('10.0.0.1', 'a', 6)
  begin('10.0.0.2', 'b', 5)
  begin('10.9.9.9', 'alone', 8)
  expect(givenUp).toEqual([])
  begin('10.7.7.7', 'newcomer', 2)
  expect(givenUp).toEqual(['a'])
})

it('counts a body for what it takes now, and no longer once it has ended', () => {
  const begin = beginIn({ perNetwork: 10, inAll: 10 })
  const body = begin('10.0.0.1', 'one', 4)
  body.takes(8)
  body.takes(6)
  begin('10.0.0.2', 'other', 4)
  expect(givenUp).toEqual([])
  body.end()
  body.end()
  body.takes(9)
  begin('10.0.0.3', 'third', 6)
  expect(givenUp).toEqual([])
})

it('[ROOM-18] takes little time to find what to give up, in however many networks bodies have begun to come', () => {
  const NETWORKS = 10_000
  const begin = beginIn({ perNetwork: 10, inAll: 2 * NETWORKS })
  for (let at = 0; at < NETWORKS; at++) begin(`2001:db8:1:${at.toString(16)}::`, 'begun', 2)
  const before = process.cpuUsage()
  for (let at = 0; at < 100; at++) begin(`2001:db8:2:${at.toString(16)}::`, 'newcomer', 2)
  expect(process.cpuUsage(before).user / 1000).toBeLessThan(250)
  expect(givenUp).toEqual(Array.from({ length: 100 }, () => 'begun'))
})
