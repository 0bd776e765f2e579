import { atom } from '@tldraw/state'
import { expect, it } from 'vitest'
import type { BoardClient } from '@/components/board/board-client'
import { PERSON_COLORS } from '@/components/board/colors/person-colors'
import type { RemoteHold } from '@/components/board/lane/lane'
import { carriedByOthers, holdersOf } from '@/components/canvas/people/holders'

const anna: RemoteHold = {
  clientId: 7,
  personName: 'Anna',
  colorSlot: 3,
  what: 'move',
  ids: ['shape:a'],
  released: false,
}

function stand() {
  const holds = atom<readonly RemoteHold[]>('holds', [])
  const client = { lane: { holds } } as unknown as BoardClient
  return { holds, holders: holdersOf(client), carried: carriedByOthers(client) }
}

it('names whose hand is on a record, in their colour, until they let go', () => {
  const { holds, holders } = stand()
  holds.set([anna])
  expect(holders.get().get('shape:a')).toEqual({ name: 'Anna', ...PERSON_COLORS[3] })
  holds.set([{ ...anna, released: true }])
  expect(holders.get().size).toBe(0)
})

it('stays the same while another hand lets go, so that cards are not drawn again', () => {
  const { holds, holders } = stand()
  holds.set([anna])
  const before = holders.get()
  holds.set([{ ...anna }, { ...anna, clientId: 8, ids: ['shape:b'], released: true }])
  expect(holders.get()).toBe(before)
})

it('finds the ghost card of a drag from the tray', () => {
  const { holds, holders } = stand()
  holds.set([{ ...anna, what: 'tray', ids: ['i1'] }])
  expect([...holders.get().keys()]).toEqual(['shape:lane-7-i1'])
})

it('counts what was let go as carried until its new place has come', () => {
  const { holds, carried } = stand()
  holds.set([
    { ...anna, released: true },
    { ...anna, clientId: 9, what: 'tray', ids: ['i1'] },
  ])
  expect([...carried.get()]).toEqual(['shape:a', 'shape:lane-9-i1'])
  holds.set([])
  expect(carried.get().size).toBe(0)
})
