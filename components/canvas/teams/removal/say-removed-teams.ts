import type { Editor, TLShape } from 'tldraw'
import { drawingNoun } from '@/lib/board/shapes/drawing-noun'
import { teamTarget } from '@/lib/board/layout'
import type { InitiativeId, TeamId } from '@/lib/ids'
import type { BoardClient } from '../../../board/board-client'
import type { Router } from '../../../board/store/route-write'
import { sayUndoable } from '../../../board/undo/say-undoable'
import { isCard } from '../../shapes/shape-types'
import { isInteraction, isTeam, type TeamShape } from '../team-shapes'
import { removalWords } from './removal-words'

/** A team that is about to go, and what hangs on it. */
interface LeavingTeam {
  readonly shapeId: string
  readonly instanceId: string
  readonly name: string
  readonly interactions: readonly string[]
  readonly initiatives: readonly InitiativeId[]
}

/** Says what went with a team that was taken off its map here, and what stays, and offers to take it back. */
export function sayRemovedTeams(
  editor: Editor,
  client: BoardClient,
  router: Pick<Router, 'flush'>,
): () => void {
  let leaving: LeavingTeam[] = []
  let others: TLShape[] = []
  const settle = (): void => {
    const [asked, along] = [leaving, others]
    leaving = []
    others = []
    router.flush()
    const standing = new Set(client.view.standingTeams.get().map(({ shapeId }) => shapeId))
    // A rule may have kept one.
    const gone = asked.filter(({ shapeId }) => !standing.has(shapeId))
    const sentence = removalWords({
      names: gone.map(({ name }) => name),
      along: oncePerInitiative(along.filter(({ id }) => !editor.store.has(id))).map(nounOf),
      interactions: new Set(gone.flatMap(({ interactions }) => interactions)).size,
      initiatives: gone.flatMap((team) => team.initiatives.filter((id) => standsOn(client, id, team))).length,
    })
    if (sentence !== null) sayUndoable(client, sentence)
  }
  return editor.sideEffects.registerBeforeDeleteHandler('shape', (shape, source) => {
    if (source !== 'user' || isInteraction(shape)) return
    if (leaving.length + others.length === 0) queueMicrotask(settle)
    if (isTeam(shape)) leaving.push(leavingTeam(editor, client, shape))
    else others.push(shape)
  })
}

/** An initiative may have gone from several templates. */
function oncePerInitiative(shapes: readonly TLShape[]): TLShape[] {
  const idOf = (shape: TLShape): string => (isCard(shape) ? shape.props.initiativeId : shape.id)
  return [...new Map(shapes.map((shape) => [idOf(shape), shape])).values()]
}

function nounOf(shape: TLShape): string {
  return isCard(shape) ? 'card' : drawingNoun(shape.type)
}

function leavingTeam(editor: Editor, { view }: BoardClient, { id: shapeId, props }: TeamShape): LeavingTeam {
  const { teamId, instanceId } = props
  const ofTeam = editor.store
    .allRecords()
    .filter((record) => record.typeName === 'shape')
    .filter(isInteraction)
    .filter((one) => one.props.instanceId === instanceId)
    .filter(({ props: { fromId, toId } }) => fromId === teamId || toId === teamId)
  const target = teamTarget(teamId as TeamId)
  const initiatives = view.initiatives.get().filter((id) =>
    view
      .placements(id)
      .get()
      .some((place) => place.instanceId === instanceId && place.placement.target === target),
  )
  const name = view.team(teamId as TeamId).get()?.name ?? ''
  return { shapeId, instanceId, name, interactions: ofTeam.map(({ id }) => id), initiatives }
}

function standsOn({ view }: BoardClient, id: InitiativeId, { instanceId }: LeavingTeam): boolean {
  return view
    .placements(id)
    .get()
    .some((place) => place.instanceId === instanceId)
}
