import { teamOfTarget } from '@/lib/board/layout'
import { findTemplate } from '@/lib/templates/catalogue'
import type { BoardView } from '../../../board/board-client'

/** What is true of every card of that list: on a team where all are, on no curve where the board has curves. */
export function onMapWords(view: Pick<BoardView, 'onMapOnly' | 'placements' | 'instances'>): string {
  const isOnTeam = view.onMapOnly.get().every((id) =>
    view
      .placements(id)
      .get()
      .some(({ placement }) => teamOfTarget(placement.target)),
  )
  const plots = view.instances.get().flatMap(({ templateId }) => findTemplate(templateId)?.plots ?? [])
  return `${isOnTeam ? 'on a team' : 'on a map'}, ${plots.length > 0 ? 'on no curve' : 'on no team'}`
}
