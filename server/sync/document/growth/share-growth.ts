import type { PersonId } from '@/lib/ids'
import type { WaitingUpdate } from '../take-turn'

type Sent = Pick<WaitingUpdate, 'personId' | 'update' | 'workBytes'>

/** Shares what a tick made a document larger by among those whose updates it took, by how much these are. */
export function shareGrowth(queue: readonly Sent[], structs: number): ReadonlyMap<PersonId, number> {
  const shares = new Map<PersonId, number>()
  if (structs <= 0) return shares
  const inAll = queue.reduce((sum, sent) => sum + weightOf(sent), 0)
  for (const sent of queue) {
    const share = (structs * weightOf(sent)) / inAll
    shares.set(sent.personId, (shares.get(sent.personId) ?? 0) + share)
  }
  return shares
}

function weightOf({ update, workBytes }: Sent): number {
  return Math.max(update.length, workBytes)
}
