import * as Y from 'yjs'
import { CANVAS_INSTANCE, parsePlacementKey, type BoardDocument } from '../../layout'

/**
 * Says whether a placement of this key has something to place, and somewhere to place it. What was deleted counts while
 * it is in the document: somebody may restore it.
 */
export function hasHome(board: BoardDocument, key: string): boolean {
  const ids = parsePlacementKey(key)
  if (!ids) return false
  const { initiativeId: id, instanceId } = ids
  const isStanding = instanceId === CANVAS_INSTANCE || isEntity(board.instances.get(instanceId))
  return isStanding && (isEntity(board.initiatives.get(id)) || isEntity(board.teams.get(id)))
}

function isEntity(value: unknown): boolean {
  return value instanceof Y.Map
}
