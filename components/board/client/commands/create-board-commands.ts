import {
  CANVAS_INSTANCE,
  cardShapeId,
  placementKey,
  teamTarget,
  type BoardDocument,
  type Placement,
} from '@/lib/board/layout'
import { addedThings } from '@/lib/board/changes/added-things'
import { deleteThings } from '@/lib/board/operations/delete-things'
import { countMore, importInitiatives } from '@/lib/board/operations/import'
import { setInitiativeFields } from '@/lib/board/operations/initiative-fields'
import { addInitiatives, setInitiativeDeleted } from '@/lib/board/operations/initiatives'
import { setPlacements } from '@/lib/board/operations/placements'
import { dropCard } from '@/lib/board/places/cards/drop-card'
import { DroppedCards } from '@/lib/board/places/cards/loose/dropped-cards'
import { assignAsPlaced } from '@/lib/board/operations/assign'
import { listStandingTeams } from '@/lib/board/places/teams/standing-teams'
import { DEFAULT_PIN, roundPosition } from '@/lib/board/places/placement'
import { listInstances, readPlacement } from '@/lib/board/read'
import { findShortage, shortageSentence, type More } from '@/lib/board/limits/room-for'
import type { Author, Step } from '@/lib/board/step'
import { transactAs } from '@/lib/board/transact'
import type { InitiativeId, InstanceId } from '@/lib/ids'
import type { BoardCommands } from '../../board-client'
import { putBackOrder } from '../../removals/put-back-order'
import { isFree, mayEdit, type CommandParts } from './may-edit'
import { unsnappedPlace } from './unsnapped-place'

/** Makes the commands of one person on one board. */
export function createBoardCommands(parts: CommandParts): BoardCommands {
  const { board } = parts
  const person = (): Author => parts.author('person')
  return {
    addInitiatives: (drafts) => {
      if (!mayEdit(parts) || !fits(parts, { added: drafts.length })) return []
      const step = addInitiatives(board, person(), drafts)
      parts.undo.push(step)
      return step.flatMap((change) => (change.kind === 'entity' ? [change.id as InitiativeId] : []))
    },
    importInitiatives: (given) => {
      if (!mayEdit(parts) || !fits(parts, countMore(board, given))) return null
      const { step, ...counts } = importInitiatives(board, parts.author('import'), given)
      parts.undo.push(step)
      return { ...counts, hasChanged: step.length > 0 }
    },
    setFields: (changes) => {
      if (mayEdit(parts)) parts.undo.push(setInitiativeFields(board, person(), changes))
    },
    deleteInitiative: (id) => {
      if (mayEdit(parts) && isFree(parts, [id, ...cardsOf(board, id)])) {
        parts.undo.push(setInitiativeDeleted(board, person(), { id, deleted: true }))
      }
    },
    deleteAdded: (personId) => {
      if (!mayEdit(parts)) return []
      const things = addedThings(board, personId)
      parts.undo.push(putBackOrder(deleteThings(board, person(), things)))
      return things
    },
    dropInitiative: (id, at) => {
      const takers = { instances: listInstances(board), teams: listStandingTeams(board) }
      const drop = dropCard(takers, at, DEFAULT_PIN)
      const shapeId = cardShapeId(id, drop.instanceId)
      change(parts, { id, ...new DroppedCards(board, [shapeId]).rest(shapeId, drop) })
    },
    unplace: (id, instanceId) => change(parts, { id, instanceId, placement: null }),
    placeOnCurve: (id, instanceId, { curveId, x }) => {
      const target = `curve:${curveId}`
      const placement: Placement =
        x === undefined
          ? { target, ...unsnappedPlace(board, { id, instanceId, curveId }) }
          : { target, x: roundPosition(x), dx: 0, dy: 0 }
      change(parts, { id, instanceId, placement })
    },
    placeOnTeam: (id, instanceId, teamId) =>
      change(parts, { id, instanceId, placement: { target: teamTarget(teamId), dx: 0, dy: 0 } }),
    slide: (cards, by) => {
      const moved = cards.flatMap(({ id, instanceId }): Standing[] => {
        const now = readPlacement(board, placementKey(id, instanceId))
        return now?.x === undefined
          ? []
          : [{ id, instanceId, placement: { ...now, x: roundPosition(now.x + by), dx: 0, dy: 0 } }]
      })
      changeAll(parts, moved, `slide ${moved.map(({ id, instanceId }) => `${id}/${instanceId}`).join(' ')}`)
    },
  }
}

interface Standing {
  readonly id: InitiativeId
  readonly instanceId: InstanceId
  readonly placement: Placement | null
}

function change(parts: CommandParts, standing: Standing): void {
  changeAll(parts, [standing])
}

/** In one step; what somebody else has in the hand stays behind. */
function changeAll(parts: CommandParts, standings: readonly Standing[], mergeKey?: string): void {
  if (!mayEdit(parts)) return
  // In a hand from the list it is held by its own id.
  const free = standings.filter(({ id, instanceId }) => isFree(parts, [id, cardShapeId(id, instanceId)]))
  if (free.length === 0) return
  const step = transactAs(parts.board, parts.author('person'), () =>
    free.flatMap((standing) => place(parts, standing)),
  )
  parts.undo.push(step, mergeKey)
}

/** A card that lay beside the templates comes along; it does not stay behind as a second one. */
function place({ board, author }: CommandParts, { id, instanceId, placement }: Standing): Step {
  const loose = placementKey(id, CANVAS_INSTANCE)
  const comesAlong =
    placement !== null && instanceId !== CANVAS_INSTANCE && readPlacement(board, loose) !== null
  const key = placementKey(id, instanceId)
  const before = readPlacement(board, key)
  const person = author('person')
  return transactAs(board, person, () => [
    ...setPlacements(board, person, [
      ...(comesAlong ? [{ key: loose, placement: null }] : []),
      { key, placement },
    ]),
    ...(placement ? assignAsPlaced(board, person, { id, before, after: placement }) : []),
  ])
}

function fits(parts: CommandParts, more: Partial<More>): boolean {
  const shortage = findShortage(parts.board, 'initiatives', more)
  if (shortage) parts.tell({ tone: 'attention', sentence: shortageSentence('initiatives', shortage) })
  return shortage === null
}

function cardsOf(board: BoardDocument, id: InitiativeId): string[] {
  const instanceIds = [CANVAS_INSTANCE, ...listInstances(board).map((instance) => instance.id)]
  return instanceIds.map((instanceId) => cardShapeId(id, instanceId))
}
