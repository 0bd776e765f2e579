import { findCurve } from '@/lib/curves/catalogue'
import { CANVAS_INSTANCE } from '@/lib/board/layout'
import type { InitiativeId, InstanceId } from '@/lib/ids'
import type { Findable } from '@/lib/moving/rank-found'
import { findTemplate } from '@/lib/templates/catalogue'
import type { BoardClient, PlacedAt } from '../../board/board-client'

/** One thing that can be found: an initiative at one of the places where it stands, or in the tray. */
export interface SearchEntry extends Findable {
  readonly id: InitiativeId
  /** Null where it waits in the tray. */
  readonly instanceId: InstanceId | null
  readonly where: string
}

/** Everything on the board that can be found; called inside a reactive scope it follows the board. */
export function searchEntries({ view }: Pick<BoardClient, 'view'>): readonly SearchEntry[] {
  return view.initiatives.get().flatMap((id): SearchEntry[] => {
    const initiative = view.initiative(id).get()
    if (!initiative) return []
    const { title, externalKey, team, owner } = initiative
    const known = { id, title, externalKey, team, owner }
    const places = view.placements(id).get()
    if (places.length === 0) return [{ ...known, instanceId: null, where: 'still to place' }]
    return places.map((place) => ({ ...known, instanceId: place.instanceId, where: whereOf(view, place) }))
  })
}

function whereOf(view: BoardClient['view'], { instanceId, placement }: PlacedAt): string {
  const curve = placement.target.startsWith('curve:')
    ? findCurve(placement.target.slice('curve:'.length))
    : null
  if (curve) return `on ${curve.name}`
  if (instanceId === CANVAS_INSTANCE) return 'beside the templates'
  const instance = view.instances.get().find(({ id }) => id === instanceId)
  return `in ${(instance && findTemplate(instance.templateId)?.name) ?? 'a template'}`
}
