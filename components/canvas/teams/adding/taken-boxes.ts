import type { Editor } from 'tldraw'
import type { Box } from '@/lib/geometry/box'
import { clientOf } from '../../session/store-client'
import { isInteraction } from '../team-shapes'

/** What a team that is added is not to stand on, page px: teams with the cards under them, and interactions. */
export function takenBoxes(editor: Editor): Box[] {
  const teams = clientOf(editor).view.standingTeams.get()
  const interactions = editor.getCurrentPageShapes().filter(isInteraction)
  return [
    ...teams.flatMap(({ box, dock }) => (dock.h > 0 ? [box, dock] : [box])),
    ...interactions.flatMap((shape) => editor.getShapePageBounds(shape) ?? []),
  ]
}
