import type { Editor } from 'tldraw'
import { cardShapeId, teamOfTarget } from '@/lib/board/layout'
import { curveOfTarget } from '@/lib/board/places/curve-target'
import { nameInstances } from '@/lib/board/places/instance-names'
import { placeWords } from '@/lib/board/places/place-words'
import { capitalised } from '@/lib/text/capitalised'
import type { InitiativeId, TeamId } from '@/lib/ids'
import { titleLabel } from '@/lib/board/initiatives/title-label'
import type { PlacedAt } from '../../../board/board-client'
import { clientOf } from '../../session/store-client'

/** One initiative of a team, as the list of its work tells it. */
export interface TeamInitiative {
  readonly id: InitiativeId
  readonly title: string
  /** Where its card stands that the list leads to. */
  readonly where: string
  /** That card; null where none stands on the board. */
  readonly shapeId: string | null
}

/** What a team has on its table, oldest first; called inside a reactive scope it follows the board. */
export function teamInitiativesOf(editor: Editor, teamId: TeamId): readonly TeamInitiative[] {
  const { view } = clientOf(editor)
  return view
    .initiativesOf(teamId)
    .get()
    .map((id) => {
      const title = titleLabel(view.initiative(id).get()?.title)
      const place = tellingPlace(view.placements(id).get())
      if (!place) return { id, title, where: 'Not placed yet', shapeId: null }
      return { id, title, where: saidPlace(editor, place), shapeId: cardShapeId(id, place.instanceId) }
    })
}

/** A card on a curve says most, one on a team more than one that lies about. */
function tellingPlace(places: readonly PlacedAt[]): PlacedAt | undefined {
  return (
    places.find(({ placement }) => curveOfTarget(placement.target) !== null) ??
    places.find(({ placement }) => teamOfTarget(placement.target) !== null) ??
    places[0]
  )
}

function saidPlace(editor: Editor, { instanceId, placement }: PlacedAt): string {
  const { view } = clientOf(editor)
  const instances = view.instances.get()
  const instance = instances.find(({ id }) => id === instanceId)
  const { where } = placeWords(placement, { instance, teams: view.teams.get() })
  const name = nameInstances(instances).get(instanceId)
  return name === undefined ? capitalised(where) : `${name}, ${where}`
}
