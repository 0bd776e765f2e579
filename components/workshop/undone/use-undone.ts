import { useEffect } from 'react'
import type { BoardClient } from '../../board/board-client'
import { bindUndone } from './bind-undone'
import type { ThingPlace } from './thing-places'

/** Says what was taken back or done again where nobody sees it; `show` brings it into view. */
export function useUndone(client: BoardClient, show: (place: ThingPlace) => void): void {
  useEffect(() => bindUndone({ client, show }), [client, show])
}
