import { countByNoun } from '../../text/count-by-noun'
import { listed } from '../../text/listed'
import type { ChangedThing } from './changed-things'
import { nounOfThing } from './noun-of-thing'

/** How many there are of what was made or removed, in the order given: `3 teams, 12 cards and 2 notes`. Empty for none. */
export function thingsWords(things: readonly ChangedThing[]): string {
  return listed(countByNoun(things, (thing) => nounOfThing(thing)))
}
