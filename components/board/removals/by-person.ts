import type { Removal } from '@/lib/board/changes/hear-removals'
import type { StepChange } from '@/lib/board/step'
import type { PresenceUser } from '@/lib/sync/presence'

/** What one person removed; `personId` and `name` are null where it is not known who it was. */
export interface PersonsRemoval {
  readonly personId: string | null
  readonly name: string | null
  readonly step: readonly StepChange[]
}

interface Present {
  userOf(clientId: number): PresenceUser | null
  readonly people: readonly PresenceUser[]
}

/**
 * Sorts removals by who made them. What nothing says it of is theirs where all the rest that came with it is one
 * person's; nobody is named for what others may have done.
 */
export function byPerson(
  removals: readonly Removal[],
  { userOf, people }: Present,
): readonly PersonsRemoval[] {
  const personIdOf = ({ by }: Removal): string | null => {
    if (by === null) return null
    return 'personId' in by ? by.personId : (userOf(by.clientId)?.personId ?? null)
  }
  const known = new Set(removals.filter(({ by }) => by !== null).map(personIdOf))
  const [only = null] = known.size === 1 ? known : []
  const steps = new Map<string | null, StepChange[]>()
  for (const removal of removals) {
    const personId = personIdOf(removal) ?? only
    const step = steps.get(personId) ?? []
    step.push(removal.change)
    steps.set(personId, step)
  }
  const nameOf = (personId: string | null): string | null =>
    people.find((person) => person.personId === personId)?.name ?? null
  return [...steps].map(([personId, step]) => ({ personId, name: nameOf(personId), step }))
}
