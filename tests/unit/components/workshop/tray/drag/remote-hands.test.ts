import { atom, react } from '@tldraw/state'
import { expect, test } from 'vitest'
import type { BoardClient } from '@/components/board/board-client'
import type { RemoteHold } from '@/components/board/lane/lane'
import { remoteHandsOf } from '@/components/workshop/tray/drag/remote-hands'

function hand(clientId: number, id: string, what: RemoteHold['what'] = 'tray'): RemoteHold {
  return {
    clientId,
    personName: `P${clientId}`,
    colorSlot: 2,
    what,
    ids: [id],
    released: false,
  }
}

test('who has a card of the list in the hand is news when a hand takes or leaves one, not when one moves another card', () => {
  const holds = atom<readonly RemoteHold[]>('holds', [])
  const client = { lane: { holds } } as unknown as BoardClient
  let news = 0
  const stop = react('hands', () => (remoteHandsOf(client).get(), (news += 1)))
  holds.set([hand(1, 'ship'), hand(2, 'shape:card-sell-first', 'move')])
  expect(news).toBe(2)
  expect([...remoteHandsOf(client).get()]).toEqual([['ship', { name: 'P1', colorSlot: 2 }]])
  holds.set([hand(1, 'ship'), hand(4, 'shape:card-tell-first', 'move')])
  expect(news).toBe(2)
  holds.set([hand(3, 'ship')])
  expect([news, remoteHandsOf(client).get().get('ship')?.name]).toEqual([3, 'P3'])
  holds.set([])
  expect([news, remoteHandsOf(client).get().size]).toEqual([4, 0])
  stop()
})
