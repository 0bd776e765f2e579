import type { PersonId } from '@/lib/ids'
import { workOf, type WaitingUpdate } from '../take-turn'

type Sent = Pick<WaitingUpdate, 'personId' | 'update' | 'workBytes'>

/** Shares what a tick made a document larger by among those whose updates it took, by how much work these are. */
export function shareGrowth(queue: readonly Sent[], structs: number): ReadonlyMap<PersonId, number> {
  const shares = new Map<PersonId, number>()
  if (structs <= 0) return shares
  const inAll = queue.reduce((sum, sent) => sum + workOf(sent), 0)
  for (const sent of queue) {
    const share = (structs * workOf(sent)) / inAll
    shares.set(sent.personId, (shares.get(sent.personId) ?? 0) + share)
  }
  return shares
}
