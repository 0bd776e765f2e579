import { isEntityRoot } from '@/lib/board/layout'
import type { Touched, TouchedSet } from '../touched'
import { mayWrite } from './authorise'
import { judgeEntity } from './judge-entity'
import { judgePlacement } from './judge-placement'
import { judgeRecord } from './judge-record'
import { refuse, type Case } from './judge-context'
import { rememberRefused } from './remember-refused'
import { takeBackTyped } from '../limits/sizes'
import { writeBackAll } from './write-back'

/**
 * Judges one applied update and writes back what may not stay, inside the running transaction. Answers with what the
 * sender changed, as `<root>/<id>`.
 */
export function judge(one: Case, touched: TouchedSet): string[] {
  const changed: string[] = []
  // What others of the same update may name comes first: initiatives name teams, placements all of them.
  for (const entry of inOrder(touched)) if (judgeSafely(one, entry)) changed.push(entry.key)
  return changed
}

function inOrder(touched: TouchedSet): Touched[] {
  return [...touched.values()].sort((one, other) => turnOf(one) - turnOf(other))
}

function turnOf({ root }: Touched): number {
  if (root === 'instances' || root === 'teams') return 0
  return isEntityRoot(root) ? 1 : 2
}

/** A value that breaks a validator is invalid, and must neither stay nor end the tick. */
function judgeSafely(one: Case, entry: Touched): boolean {
  try {
    return judgeEntry(one, entry)
  } catch {
    writeBackAll(one, entry)
    refuse(one, entry, 'invalid-input')
    return false
  }
}

function judgeEntry(one: Case, entry: Touched): boolean {
  const { full } = one.tick
  if (!full) return judgeByRoot(one, entry)
  const isTooMuch = full.isTooMuch(one, entry)
  if (isTooMuch) putBack(one, entry)
  const stays = !isTooMuch && judgeByRoot(one, entry)
  full.settle(one, entry)
  return stays
}

/** Nobody is to blame for a board that is full. */
function putBack(one: Case, entry: Touched): void {
  rememberRefused(one, entry)
  writeBackAll(one, entry)
  if (one.sizes) takeBackTyped(one.tick.board, entry, one.sizes)
  one.findings.refuse(entry.key, 'board-full')
}

function judgeByRoot(one: Case, entry: Touched): boolean {
  const { root } = entry
  if (isEntityRoot(root)) {
    if (mayWrite(one.sender.role, root)) return judgeEntity(one, entry, root)
    writeBackAll(one, entry)
    refuse(one, entry, 'not-allowed')
    return false
  }
  return root === 'placements' ? judgePlacement(one, entry) : judgeRecord(one, entry)
}
