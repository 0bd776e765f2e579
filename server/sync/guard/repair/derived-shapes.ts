import {
  frameShapeId,
  interactionShapeId,
  isRemoved,
  parsePlacementKey,
  plotShapeId,
  type BoardDocument,
} from '@/lib/board/layout'
import { listInstances } from '@/lib/board/read'
import type { InteractionId } from '@/lib/ids'
import { findTemplate } from '@/lib/templates/catalogue'

/** The ids of cards and of teams on a map: two ids, which may have dashes themselves. */
const PLACED = /^shape:(?:card|team)-(.*)$/
const INTERACTION = interactionShapeId('' as InteractionId)

/**
 * What stands on the canvas without being a record. Cards of deleted initiatives count, they may come back. Looked up, not
 * listed: a full board has tens of thousands of cards.
 */
export class DerivedShapes {
  readonly #board: BoardDocument
  #ofTemplates: ReadonlySet<string> | null = null

  constructor(board: BoardDocument) {
    this.#board = board
  }

  has(id: string): boolean {
    const placed = PLACED.exec(id)?.[1]
    if (placed !== undefined) return this.#isPlaced(placed)
    if (id.startsWith(INTERACTION)) return this.#board.interactions.has(id.slice(INTERACTION.length))
    this.#ofTemplates ??= shapesOfTemplates(this.#board)
    return this.#ofTemplates.has(id)
  }

  #isPlaced(ids: string): boolean {
    for (let dash = ids.indexOf('-'); dash >= 0; dash = ids.indexOf('-', dash + 1)) {
      const key = `${ids.slice(0, dash)}/${ids.slice(dash + 1)}`
      const placement = this.#board.placements.get(key)
      if (placement && !isRemoved(placement) && parsePlacementKey(key)) return true
    }
    return false
  }
}

function shapesOfTemplates(board: BoardDocument): ReadonlySet<string> {
  const ids = new Set<string>()
  for (const { id, templateId } of listInstances(board)) {
    ids.add(frameShapeId(id))
    for (const { curveId } of findTemplate(templateId)?.plots ?? []) ids.add(plotShapeId(id, curveId))
  }
  return ids
}
