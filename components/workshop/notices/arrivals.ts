import type { PresenceUser } from '@/lib/sync/presence'
import { count } from '@/lib/text/count'

/** Above this many at once, a number says more than the names. */
const NAMED = 3

/** Says who came and who left between two moments; empty where nobody did. */
export function arrivals(before: readonly PresenceUser[], after: readonly PresenceUser[]): string {
  const came = missingFrom(before, after)
  const left = missingFrom(after, before)
  return [sentence(came, 'joined'), sentence(left, 'left')].filter(Boolean).join(' ')
}

function missingFrom(known: readonly PresenceUser[], people: readonly PresenceUser[]): string[] {
  const ids = new Set(known.map(({ personId }) => personId))
  return people.filter(({ personId }) => !ids.has(personId)).map(({ name }) => name)
}

function sentence(names: readonly string[], verb: string): string {
  if (names.length === 0) return ''
  return names.length > NAMED
    ? `${count(names.length, 'person', 'people')} ${verb}.`
    : `${names.join(', ')} ${verb}.`
}
