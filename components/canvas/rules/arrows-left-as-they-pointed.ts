import type { Editor, TLArrowBinding, TLArrowShape, TLShapeId } from 'tldraw'
import type { BoardRecord } from '@/lib/board/layout'
import { deleteRecords, updateRecords } from '@/lib/board/operations/records'
import { findRecord } from '@/lib/board/read'
import type { Author, Step, StepChange } from '@/lib/board/step'
import { transactAs } from '@/lib/board/transact'
import type { BoardClient } from '../../board/board-client'
import type { Projection } from '../../board/store/projection'
import { createBrowserClock } from '../../board/sync/clock'

interface ArrowsParts {
  readonly editor: Editor
  readonly client: Pick<BoardClient, 'board' | 'undo' | 'me'>
  readonly projection: Pick<Projection, 'going' | 'flush'>
}

/**
 * Where a step of mine takes away what arrows hang on, and it was none of the canvas's own, their ends stay where they
 * pointed, for everybody; taken back, they hang on it again. Else they would jump to where somebody let go of them once.
 */
export function leaveArrowsAsTheyPointed({ editor, client, projection }: ArrowsParts): () => void {
  const { board, me } = client
  const clock = createBrowserClock(() => Date.now())
  const stopLooking = client.undo.beforeStep((step) => {
    // What the step before put back has to be there: only the canvas knows where arrows end.
    if (step.some(brings)) projection.flush()
  })
  const stopFollowing = client.undo.followedBy((step) => {
    const all = step.some(takesAway) ? bindingsOn(editor, projection) : []
    // What the document has let go of already, or hung on something else, was left well there.
    const bindings = all.filter(({ id, toId }) => findRecord(board, id)?.['toId'] === toId)
    if (bindings.length === 0) return []
    const ids = bindings.map(({ id }) => id)
    const arrows = isolate(editor, bindings)
    const author: Author = { personId: me.get().personId, now: clock.now(), origin: 'person' }
    return transactAs(board, author, (): Step => [
      ...deleteRecords(board, author, ids),
      ...updateRecords(board, author, arrows),
    ])
  })
  return () => {
    stopFollowing()
    stopLooking()
  }
}

/** What is taken away where this is taken back. */
function brings(change: StepChange): boolean {
  if (change.kind === 'entity') return !change.deleted
  return (change.kind === 'record' || change.kind === 'placement') && change.before === null
}

function takesAway(change: StepChange): boolean {
  if (change.kind === 'entity') return change.deleted
  return (change.kind === 'record' || change.kind === 'placement') && change.after === null
}

/** What binds arrows that stay to what goes. */
function bindingsOn(editor: Editor, projection: Pick<Projection, 'going'>): TLArrowBinding[] {
  const all = editor.store.query.records('binding').get()
  if (all.length === 0) return []
  const going = projection.going()
  return all.filter(({ fromId, toId }) => going.has(toId) && !going.has(fromId)) as TLArrowBinding[]
}

/** Takes the arrows off on the canvas, which knows where they end, and not as a hand would do it: that is a step of its own. */
function isolate(editor: Editor, bindings: readonly TLArrowBinding[]) {
  const ids = new Set(bindings.map(({ fromId }) => fromId))
  const before = [...ids].flatMap((id) => arrowOf(editor, id) ?? [])
  editor.store.mergeRemoteChanges(() => void editor.deleteBindings([...bindings], { isolateShapes: true }))
  return before.flatMap((arrow) => {
    const after = arrowOf(editor, arrow.id)
    return after ? [{ before: asRecord(arrow), after: asRecord({ ...arrow, props: after.props }) }] : []
  })
}

function arrowOf(editor: Editor, id: TLShapeId): TLArrowShape | undefined {
  return editor.getShape<TLArrowShape>(id)
}

function asRecord(arrow: TLArrowShape): BoardRecord {
  return arrow as unknown as BoardRecord
}
