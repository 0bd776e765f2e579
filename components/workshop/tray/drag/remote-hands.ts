import { computed, type Computed } from '@tldraw/state'
import { sameJson } from '@/lib/board/units'
import type { BoardClient } from '../../../board/board-client'

/** Somebody else's hand on a card of the list. */
export interface RemoteHand {
  readonly name: string
  readonly colorSlot: number
}

type Hands = ReadonlyMap<string, RemoteHand>
type LaneClient = Pick<BoardClient, 'lane'>

const known = new WeakMap<LaneClient, Computed<Hands>>()

/** Who else has which initiative in the hand. Changes when a hand takes or leaves one, not while it moves. */
export function remoteHandsOf(client: LaneClient): Computed<Hands> {
  const found = known.get(client)
  if (found) return found
  const hands = computed<Hands>('hands on tray cards', () => readHands(client), { isEqual: sameHands })
  known.set(client, hands)
  return hands
}

function readHands(client: LaneClient): Hands {
  const hands = new Map<string, RemoteHand>()
  for (const { what, ids, personName: name, colorSlot } of client.lane.holds.get()) {
    const [carried] = ids
    if (what === 'tray' && carried !== undefined && !hands.has(carried))
      hands.set(carried, { name, colorSlot })
  }
  return hands
}

function sameHands(one: Hands, other: Hands): boolean {
  return one.size === other.size && [...one].every(([id, hand]) => sameJson(hand, other.get(id)))
}
