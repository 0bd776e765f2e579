import { findCurve } from '@/lib/curves/catalogue'
import { CANVAS_INSTANCE, cardShapeId, teamOfTarget } from '@/lib/board/layout'
import type { InitiativeId } from '@/lib/ids'
import type { Findable } from '@/lib/moving/rank-found'
import { teamTypeOf } from '@/lib/teams/team-types'
import { nameInstance } from '@/lib/board/places/instance-names'
import { teamLabel, theTeam } from '@/lib/teams/team-name'
import { titleLabel } from '@/lib/board/initiatives/title-label'
import type { BoardClient, PlacedAt } from '../../board/board-client'

/** One thing that can be found: a team, or an initiative at one of the places where it stands, or in the tray. */
export interface SearchEntry extends Findable {
  /** No other entry has it. */
  readonly key: string
  readonly at: { readonly shapeId: string } | { readonly waiting: InitiativeId }
  readonly where: string
  /** Where it stands says its team already. */
  readonly isOnItsTeam: boolean
  /** The team whose colour it wears. */
  readonly wears: string | undefined
}

/** Everything on the board that can be found; called inside a reactive scope it follows the board. */
export function searchEntries({ view }: Pick<BoardClient, 'view'>): readonly SearchEntry[] {
  return [...view.initiatives.get().flatMap((id) => entriesOf(view, id)), ...teamEntries(view)]
}

function entriesOf(view: BoardClient['view'], id: InitiativeId): SearchEntry[] {
  const initiative = view.initiative(id).get()
  if (!initiative) return []
  const { title, externalKey, team, teamId, owner } = initiative
  const known = { title: titleLabel(title), externalKey, team, owner, wears: team }
  const places = view.placements(id).get()
  if (places.length === 0)
    return [{ ...known, key: id, at: { waiting: id }, where: 'not placed yet', isOnItsTeam: false }]
  return places.map((place) => {
    const shapeId = cardShapeId(id, place.instanceId)
    const isOnItsTeam = teamId !== undefined && teamOfTarget(place.placement.target) === teamId
    return { ...known, key: shapeId, at: { shapeId }, where: whereOf(view, place), isOnItsTeam }
  })
}

function teamEntries(view: BoardClient['view']): SearchEntry[] {
  return view.standingTeams.get().map(({ shapeId, team: { name, type } }) => ({
    title: teamLabel(name),
    key: shapeId,
    at: { shapeId },
    where: type === 'undefined-team' ? 'team' : `${teamTypeOf(type).name.toLowerCase()} team`,
    isOnItsTeam: false,
    wears: name,
  }))
}

function whereOf(view: BoardClient['view'], { instanceId, placement }: PlacedAt): string {
  const curve = placement.target.startsWith('curve:')
    ? findCurve(placement.target.slice('curve:'.length))
    : null
  if (curve) return `on ${curve.name}`
  const teamId = teamOfTarget(placement.target)
  if (teamId) return `on ${theTeam(view.team(teamId).get()?.name ?? '')}`
  if (instanceId === CANVAS_INSTANCE) return 'beside the templates'
  const instance = view.instances.get().find(({ id }) => id === instanceId)
  return `in ${instance ? nameInstance(instance) : 'a template'}`
}
