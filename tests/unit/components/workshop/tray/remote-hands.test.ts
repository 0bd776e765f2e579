import { atom, react } from '@tldraw/state'
import { expect, test } from 'vitest'
import type { BoardClient } from '@/components/board/board-client'
import type { RemoteGesture } from '@/components/board/lane'
import { remoteHandsOf } from '@/components/workshop/tray/remote-hands'

function hand(clientId: number, id: string, x: number, what: RemoteGesture['what'] = 'tray'): RemoteGesture {
  return {
    clientId,
    personName: `P${clientId}`,
    colorSlot: 2,
    what,
    records: [{ id, x, y: 0 }],
    released: false,
  }
}

test('who has a card of the list in the hand is news when a hand takes or leaves one, not while it moves', () => {
  const remote = atom<readonly RemoteGesture[]>('remote', [])
  const client = { lane: { remote } } as unknown as BoardClient
  let news = 0
  const stop = react('hands', () => (remoteHandsOf(client).get(), (news += 1)))
  remote.set([hand(1, 'ship', 0), hand(2, 'shape:card-sell-first', 0, 'move')])
  expect(news).toBe(2)
  expect([...remoteHandsOf(client).get()]).toEqual([['ship', { name: 'P1', colorSlot: 2 }]])
  for (let x = 1; x < 20; x++) remote.set([hand(1, 'ship', x)])
  expect(news).toBe(2)
  remote.set([hand(3, 'ship', 0)])
  expect([news, remoteHandsOf(client).get().get('ship')?.name]).toEqual([3, 'P3'])
  remote.set([])
  expect([news, remoteHandsOf(client).get().size]).toEqual([4, 0])
  stop()
})
