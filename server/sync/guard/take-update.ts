import type * as Y from 'yjs'
import { applyAttributed, dropPending, type ChangedTypes } from './apply'
import type { GuardSender } from './guard'
import { keepBefore } from './judge/cells'
import type { Findings } from './judge/findings'
import { judge } from './judge/judge'
import type { TickContext } from './judge/judge-context'
import { keepSizes } from './limits/sizes'
import type { PlaceFinder } from './screen/place'
import type { Screened } from './screen/screen'
import { WHOLE, type TouchedSet } from './touched'

interface Taking {
  readonly transaction: Y.Transaction
  readonly tick: TickContext
  readonly sender: GuardSender
  readonly findings: Findings
  readonly places: PlaceFinder
}

/**
 * Applies and judges one screened update. `changed` is what its sender changed, as `<root>/<id>`; `isBroken` says that
 * Yjs did not take it whole, or did more than screening foresaw; screening rules out both.
 */
export function takeUpdate(
  { update, touched, clients }: Extract<Screened, { verdict: 'apply' }>,
  { transaction, tick, sender, findings, places }: Taking,
): { changed: readonly string[]; isBroken: boolean } {
  for (const client of clients) tick.clientIds.bind(client, sender.personId, tick.now)
  tick.counts.prepare(touched)
  const before = keepBefore(tick.board, touched)
  const sizes = tick.full && keepSizes(tick.board, touched, clients)
  const applied = tryApply(transaction, update)
  const hadPending = dropPending(transaction.doc)
  const wasForeseen = applied !== null && addUnforeseen(applied, touched, places)
  const changed = judge({ tick, sender, before, sizes, findings }, touched)
  if (sizes) findings.notePassed(sizes.passed)
  return { changed, isBroken: hadPending || !wasForeseen }
}

function tryApply(transaction: Y.Transaction, update: Uint8Array): ChangedTypes | null {
  try {
    return applyAttributed(transaction, update)
  } catch {
    return null
  }
}

/** What Yjs says an update changed is judged too, even where screening did not foresee it; false where that happened. */
function addUnforeseen(changed: ChangedTypes, touched: TouchedSet, places: PlaceFinder): boolean {
  let wasForeseen = true
  for (const [type, keys] of changed) {
    for (const key of keys) {
      const place = places.inside(type, key)
      if (typeof place === 'string' || touched.has(place.root, place.id)) continue
      wasForeseen = false
      const entry = touched.at(place.root, place.id)
      if (place.unit === null && place.root !== 'placements') entry.created = true
      else entry.units.set(place.unit ?? WHOLE, null)
    }
  }
  return wasForeseen
}
