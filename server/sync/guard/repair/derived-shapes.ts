import {
  frameShapeId,
  interactionShapeId,
  isRemoved,
  parsePlacementKey,
  placementKeysOfShape,
  plotShapeId,
  type BoardDocument,
} from '@/lib/board/layout'
import { listInstances } from '@/lib/board/read'
import type { InteractionId } from '@/lib/ids'
import { findTemplate } from '@/lib/templates/catalogue'

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
    for (const key of placementKeysOfShape(id)) if (this.#isPlaced(key)) return true
    if (id.startsWith(INTERACTION)) return this.#board.interactions.has(id.slice(INTERACTION.length))
    this.#ofTemplates ??= shapesOfTemplates(this.#board)
    return this.#ofTemplates.has(id)
  }

  #isPlaced(key: string): boolean {
    const placement = this.#board.placements.get(key)
    return Boolean(placement) && !isRemoved(placement) && parsePlacementKey(key) !== null
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
