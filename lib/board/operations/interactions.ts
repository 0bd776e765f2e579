import * as Y from 'yjs'
import type { InstanceId, InteractionId } from '../../ids'
import { fitSize } from '../../teams/fit-size'
import { interactionModeOf, type InteractionModeId } from '../../teams/interaction-modes'
import { normalAngle } from '../../teams/interaction-geometry'
import type { Bound } from '../places/interaction-places'
import type { BoardDocument } from '../layout'
import { readInteraction } from '../read'
import { markDeleted, setUnits } from '../set-units'
import type { Author, Step } from '../step'
import { transactAs } from '../transact'

const ROOT = 'interactions'

/** An interaction before it stands on the board. */
export interface InteractionDraft extends Bound {
  readonly id: InteractionId
  readonly mode: InteractionModeId
  readonly instance: InstanceId
  readonly wh: readonly [w: number, h: number]
}

/** Adds an interaction between two teams of a map. An id that exists changes nothing, and so does one team alone. */
export function addInteraction(board: BoardDocument, author: Author, draft: InteractionDraft): Step {
  return transactAs(board, author, (): Step => {
    const { id, mode, from, to, instance, offset, wh, rotation } = draft
    if (board.interactions.has(id) || from === to) return []
    board.interactions.set(
      id,
      new Y.Map<unknown>([
        ...Object.entries({ mode, from, to, instance, offset: [...offset], wh: [...wh], rotation }),
        ['createdBy', author.personId],
        ['createdAt', author.now],
      ]),
    )
    return [{ kind: 'entity', root: ROOT, id, deleted: false }]
  })
}

/** Puts an interaction elsewhere: which teams it joins, how far from their middle, turned how, how large. */
export function placeInteractionAt(
  board: BoardDocument,
  author: Author,
  { id, bound, wh }: { id: InteractionId; bound: Bound; wh: readonly [w: number, h: number] },
): Step {
  const { from, to, offset, rotation } = bound
  if (from === to) return []
  return setUnits(board, author, {
    root: ROOT,
    id,
    units: { from, to, offset: [...offset], rotation, wh: [...wh] },
  })
}

/** Says in which mode two teams work; the shape takes a size the mode may have. */
export function setInteractionMode(
  board: BoardDocument,
  author: Author,
  { id, mode }: { id: InteractionId; mode: InteractionModeId },
): Step {
  const before = readInteraction(board, id)
  if (!before || before.mode === mode) return []
  const [w, h] = before.wh
  const fitted = fitSize(mode, { w, h })
  const keeps = fitted.w === w && fitted.h === h && mode !== 'x-as-a-service'
  const size = keeps ? fitted : interactionModeOf(mode).size
  const rotation = mode === 'x-as-a-service' ? before.rotation : 0
  return setUnits(board, author, { root: ROOT, id, units: { mode, wh: [size.w, size.h], rotation } })
}

/** Lets the other team be the one that uses what is provided; the shape turns round with it. */
export function swapInteraction(board: BoardDocument, author: Author, id: InteractionId): Step {
  const before = readInteraction(board, id)
  if (!before) return []
  const { from, to, rotation } = before
  const turned = before.mode === 'x-as-a-service' ? normalAngle(rotation + Math.PI) : rotation
  return setUnits(board, author, { root: ROOT, id, units: { from: to, to: from, rotation: turned } })
}

/** Joins two other teams, this far from the middle between them. */
export function joinTeams(
  board: BoardDocument,
  author: Author,
  { id, from, to, offset, rotation }: Bound & { readonly id: InteractionId },
): Step {
  if (from === to) return []
  return setUnits(board, author, { root: ROOT, id, units: { from, to, offset: [...offset], rotation } })
}

/** Deletes or restores an interaction. */
export function setInteractionDeleted(
  board: BoardDocument,
  author: Author,
  { id, deleted }: { id: InteractionId; deleted: boolean },
): Step {
  return markDeleted(board, author, { root: ROOT, id, deleted })
}
