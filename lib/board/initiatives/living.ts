import type { InitiativeId } from '../../ids'
import { parsePlacementKey, type BoardDocument, type Placement } from '../layout'

/** Says whether there is such an initiative and nobody has deleted it. */
export function isLiving(board: BoardDocument, id: string): id is InitiativeId {
  const fields = board.initiatives.get(id)
  return fields !== undefined && !fields.get('deleted')
}

/** The placements of initiatives that are there, each with its key. */
export function* livingPlacements(board: BoardDocument): Generator<readonly [string, Placement]> {
  for (const [key, placement] of board.placements.entries()) {
    const ids = parsePlacementKey(key)
    if (placement && ids && isLiving(board, ids.initiativeId)) yield [key, placement] as const
  }
}
