import { atom } from '@tldraw/state'
import { expect, it } from 'vitest'
import type { BoardClient } from '@/components/board/board-client'
import type { RemoteGesture } from '@/components/board/lane'
import { PERSON_COLORS } from '@/components/board/person-colors'
import { holdersOf } from '@/components/canvas/people/holders'

const anna: RemoteGesture = {
  clientId: 7,
  personName: 'Anna',
  colorSlot: 3,
  what: 'move',
  records: [{ id: 'shape:a', x: 0, y: 0 }],
  released: false,
}

function stand() {
  const remote = atom<readonly RemoteGesture[]>('remote', [])
  const client = { lane: { remote } } as unknown as BoardClient
  return { remote, holders: holdersOf(client) }
}

it('names whose hand is on a record, in their colour, until they let go', () => {
  const { remote, holders } = stand()
  remote.set([anna])
  expect(holders.get().get('shape:a')).toEqual({ name: 'Anna', ...PERSON_COLORS[3] })
  remote.set([{ ...anna, released: true }])
  expect(holders.get().size).toBe(0)
})

it('stays the same while a hand only moves, so that cards are not drawn again', () => {
  const { remote, holders } = stand()
  remote.set([anna])
  const before = holders.get()
  remote.set([{ ...anna, records: [{ id: 'shape:a', x: 50, y: 60 }] }])
  expect(holders.get()).toBe(before)
})

it('finds the ghost card of a drag from the tray', () => {
  const { remote, holders } = stand()
  remote.set([{ ...anna, what: 'tray', records: [{ id: 'i1', x: 0, y: 0 }] }])
  expect([...holders.get().keys()]).toEqual(['shape:lane-7-i1'])
})
