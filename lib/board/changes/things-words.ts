import { count } from '../../count'
import { listed } from '../../listed'
import { drawingNoun } from '../shapes/drawing-noun'
import type { ChangedThing } from './changed-things'

/** How many there are of what, in the order given: `3 teams, 12 cards and 2 notes`. Empty for none. */
export function thingsWords(things: readonly ChangedThing[]): string {
  const amounts = new Map<string, number>()
  for (const thing of things) amounts.set(nounOf(thing), (amounts.get(nounOf(thing)) ?? 0) + 1)
  return listed([...amounts].map(([noun, amount]) => count(amount, noun)))
}

function nounOf({ kind, changes }: ChangedThing): string {
  if (kind !== 'drawing') return kind
  const record = changes.find((change) => change.kind === 'record')
  return drawingNoun((record?.before ?? record?.after)?.['type'])
}
