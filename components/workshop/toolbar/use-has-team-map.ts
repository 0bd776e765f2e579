'use client'

import { useValue } from '@tldraw/state-react'
import { isTeamMap } from '@/lib/templates/is-team-map'
import { useBoardClient } from '../../board/board-context'

/** Says whether a map of teams stands on the board. */
export function useHasTeamMap(): boolean {
  const client = useBoardClient()
  return useValue('has a team map', () => client.view.instances.get().some(isTeamMap), [client])
}
