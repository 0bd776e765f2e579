'use client'

import { useValue } from '@tldraw/state-react'
import { useBoardClient } from '../../board/board-context'

/** Says whether a team stands on the board. */
export function useHasTeams(): boolean {
  const client = useBoardClient()
  return useValue('has teams', () => client.view.standingTeams.get().length > 0, [client])
}
