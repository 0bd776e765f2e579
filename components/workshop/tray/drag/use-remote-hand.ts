import { useValue } from '@tldraw/state-react'
import type { InitiativeId } from '@/lib/ids'
import { useBoardClient } from '../../../board/board-context'
import { remoteHandsOf, type RemoteHand } from './remote-hands'

/** Who else has this card in the hand, if anybody. */
export function useRemoteHand(id: InitiativeId): RemoteHand | null {
  const client = useBoardClient()
  return useValue('hand on a tray card', () => remoteHandsOf(client).get().get(id) ?? null, [client, id])
}
