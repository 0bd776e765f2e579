import type { Editor } from 'tldraw'
import type { TeamId } from '@/lib/ids'
import type { BoardClient } from '../../../board/board-client'
import { clientOf } from '../../session/store-client'
import {
  isInteraction,
  isTeam,
  pairOf,
  type InteractionShape,
  type TeamPair,
  type TeamShape,
} from '../team-shapes'

/** What of a map is selected and the hand is not busy with: one thing, or two teams; null where it is anything else. */
export function atHand(editor: Editor): TeamShape | InteractionShape | TeamPair | null {
  const client = clientOf(editor)
  // While a name is typed nothing lies over it.
  if (client.teams.asked.get() || !editor.isIn('select.idle')) return null
  const shape = editor.getOnlySelectedShape()
  if (!client.canEdit.get()) return isTeam(shape) && hasWork(client, shape) ? shape : null
  if (!shape) return pairOf(editor.getSelectedShapes())
  return isTeam(shape) || isInteraction(shape) ? shape : null
}

function hasWork({ view }: BoardClient, { props }: TeamShape): boolean {
  return view.workload(props.teamId as TeamId).get().count > 0
}
