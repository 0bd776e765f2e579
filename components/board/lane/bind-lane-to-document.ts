import type { Awareness } from 'y-protocols/awareness'
import type * as Y from 'yjs'
import {
  cardShapeId,
  interactionShapeId,
  parsePlacementKey,
  teamShapeId,
  type BoardDocument,
} from '@/lib/board/layout'
import type { InteractionId, TeamId } from '@/lib/ids'
import { changedKeys, type DeepEvent } from '../store/changed-keys'
import type { ConnectedLane } from './create-lane'
import type { ConnectedPresence } from '../presence/create-presence'

interface Bound {
  readonly board: BoardDocument
  readonly lane: ConnectedLane
  readonly presence: ConnectedPresence
  readonly awareness: Awareness
}

/**
 * Lets lane and presence hear of what happens elsewhere: a commit settles the gesture it ends, a person who is gone
 * holds nothing, an own edit is a sign of life. Answers with the undo.
 */
export function bindLaneToDocument({ board, lane, presence, awareness }: Bound): () => void {
  // Whoever shows the board has heard of the change, too, by then; else what was let go falls back for a picture.
  const settle = (ids: ReadonlySet<string>): void => queueMicrotask(() => lane.settle(ids))
  const onRecords = (events: readonly DeepEvent[]): void => settle(changedKeys(events.filter(isOfPlace)).ids)
  const onPlacements = (event: { keysChanged: ReadonlySet<string> }): void =>
    settle(cardsOf(event.keysChanged))
  const onInteractions = (events: readonly DeepEvent[]): void =>
    settle(new Set([...changedKeys(events).ids].map((id) => interactionShapeId(id as InteractionId))))
  const onAwareness = ({ removed }: { removed: number[] }): void => lane.drop(removed)
  const onUpdate = (_update: Uint8Array, _origin: unknown, _doc: Y.Doc, transaction: Y.Transaction): void => {
    if (transaction.local) presence.touch()
  }
  board.records.observeDeep(onRecords)
  board.placements.observe(onPlacements)
  board.interactions.observeDeep(onInteractions)
  board.doc.on('update', onUpdate)
  awareness.on('change', onAwareness)
  return () => {
    board.records.unobserveDeep(onRecords)
    board.placements.unobserve(onPlacements)
    board.interactions.unobserveDeep(onInteractions)
    board.doc.off('update', onUpdate)
    awareness.off('change', onAwareness)
  }
}

/** A gesture ends where its records are put; what others write on these meanwhile is no end. */
function isOfPlace({ path, changes }: DeepEvent): boolean {
  return path.length === 0 || changes.keys.has('place')
}

/** A placement is shown by its card or its team, and carried out of the tray as its initiative. */
function cardsOf(keys: ReadonlySet<string>): ReadonlySet<string> {
  const ids = new Set<string>()
  for (const key of keys) {
    const parts = parsePlacementKey(key)
    if (!parts) continue
    ids.add(parts.initiativeId)
    ids.add(cardShapeId(parts.initiativeId, parts.instanceId))
    ids.add(teamShapeId(parts.initiativeId as string as TeamId, parts.instanceId))
  }
  return ids
}
