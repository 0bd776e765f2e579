import type { TLShape } from 'tldraw'
import type { BoardClient } from '../../board/board-client'
import { isCard } from '../shapes/shape-types'

/** The name of whoever else moves this shape, or the initiative it shows; null when nobody does. */
export function holderOf(client: BoardClient, shape: TLShape): string | null {
  const held = client.lane.heldBy(shape.id)
  if (held !== null || !isCard(shape)) return held
  return client.lane.heldBy(shape.props.initiativeId)
}
