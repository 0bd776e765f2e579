import { useValue } from '@tldraw/state-react'
import type { InitiativeId } from '@/lib/ids'
import { useBoardClient } from '../../board/board-context'

/** Somebody else's hand on a card. */
export interface RemoteHand {
  readonly name: string
  readonly colorSlot: number
}

/** Who else has this card in the hand, if anybody. */
export function useRemoteHand(id: InitiativeId): RemoteHand | null {
  const client = useBoardClient()
  const held = useValue(
    'hand on a tray card',
    () => {
      const gesture = client.lane.remote
        .get()
        .find(({ what, records }) => what === 'tray' && records[0]?.id === id)
      // One text, so that a hand that only moves does not draw the card again.
      return gesture ? `${gesture.colorSlot} ${gesture.personName}` : null
    },
    [client, id],
  )
  if (held === null) return null
  const space = held.indexOf(' ')
  return { colorSlot: Number(held.slice(0, space)), name: held.slice(space + 1) }
}
