import { isEntityRoot } from '../screen/content-rules'
import type { Touched, TouchedSet } from '../touched'
import { mayWrite } from './authorise'
import { judgeEntity } from './judge-entity'
import { judgePlacement } from './judge-placement'
import { judgeRecord } from './judge-record'
import { refuse, type Case } from './judge-context'
import { writeBackEntity } from './write-back'

/**
 * Judges one applied update and writes back what may not stay, inside the running transaction. Answers with what the
 * sender changed, as `<root>/<id>`.
 */
export function judge(one: Case, touched: TouchedSet): string[] {
  const changed: string[] = []
  // Entities first: placements of the same update may stand on them.
  for (const entry of inOrder(touched)) if (judgeEntry(one, entry)) changed.push(entry.key)
  return changed
}

function inOrder(touched: TouchedSet): Touched[] {
  const entries = [...touched.values()]
  return [
    ...entries.filter(({ root }) => isEntityRoot(root)),
    ...entries.filter(({ root }) => !isEntityRoot(root)),
  ]
}

function judgeEntry(one: Case, entry: Touched): boolean {
  const { root } = entry
  if (isEntityRoot(root)) {
    if (mayWrite(one.sender.role, root)) return judgeEntity(one, entry, root)
    if (entry.created) one.tick.board[root].delete(entry.id)
    else writeBackEntity(one, entry, root)
    refuse(one, entry, 'not-allowed')
    return false
  }
  return root === 'placements' ? judgePlacement(one, entry) : judgeRecord(one, entry)
}
