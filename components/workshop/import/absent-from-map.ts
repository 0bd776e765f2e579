import type { AbsentTeam } from '@/lib/board/places/absent-teams'
import { isTeamMap } from '@/lib/templates/is-team-map'
import type { BoardClient } from '../../board/board-client'

/** The teams that the list names and no map shows; none where there is no map. */
export function absentFromMap({ view }: Pick<BoardClient, 'view'>): readonly AbsentTeam[] {
  return view.instances.get().some(isTeamMap) ? view.absentTeams.get() : []
}
