import type * as Y from 'yjs'
import type { Touched } from '../touched'
import { checkStamp } from './authorise'
import { refuse, type Case } from './judge-context'

type Fields = Y.Map<unknown>

/** Judges the mark by which an entity is, or is no longer, deleted: sets right who it names. */
export function judgeDeletion(one: Case, entry: Touched, fields: Fields): void {
  stampDeletion(one, entry, fields)
  keepFirstDeletion(one, entry, fields)
}

/** Who deletes says so in their own name. */
export function stampDeletion(one: Case, entry: Touched, fields: Fields): void {
  const deleted: unknown = fields.get('deleted')
  if (!isMark(deleted)) return
  const correction = checkStamp(deleted, { personId: one.sender.personId, now: one.tick.now })
  if (correction.by === null && correction.at === null) return
  fields.set('deleted', { by: correction.by ?? deleted.by, at: correction.at ?? deleted.at })
  if (correction.forged) refuse(one, entry, 'not-allowed')
}

/**
 * What is deleted stays deleted by whoever did it: under somebody else's mark their undo would not find their deletion
 * any more, and whoever wrote that would have it taken away for good without a word to anybody.
 */
function keepFirstDeletion(one: Case, entry: Touched, fields: Fields): void {
  const [first, now] = [one.before.get(entry.key)?.get('deleted'), fields.get('deleted')]
  if (isMark(first) && isMark(now)) fields.set('deleted', first)
}

function isMark(deleted: unknown): deleted is { readonly by: unknown; readonly at: unknown } {
  return typeof deleted === 'object' && deleted !== null && 'by' in deleted && 'at' in deleted
}
