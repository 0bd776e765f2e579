'use client'

import { useValue } from '@tldraw/state-react'
import { findTemplate } from '@/lib/templates/catalogue'
import { useBoardClient } from '../../board/board-context'

/** Says whether a map of teams stands on the board. */
export function useHasTeamMap(): boolean {
  const client = useBoardClient()
  return useValue(
    'has a team map',
    () =>
      client.view.instances.get().some(({ templateId }) => findTemplate(templateId)?.teamMap !== undefined),
    [client],
  )
}
