import { count } from '../../count'
import type { ChangedThing, ThingKind } from './changed-things'

const WORDS = {
  template: 'template',
  team: 'team',
  card: 'card',
  interaction: 'interaction',
  drawing: 'drawing',
} as const satisfies Record<ThingKind, string>
const DRAWN: Readonly<Record<string, string>> = {
  note: 'note',
  text: 'text',
  image: 'picture',
  arrow: 'arrow',
}

/** How many there are of what, in the order given: `3 teams, 12 cards and 2 notes`. Empty for none. */
export function thingsWords(things: readonly ChangedThing[]): string {
  const counts = new Map<string, number>()
  for (const thing of things) counts.set(wordOf(thing), (counts.get(wordOf(thing)) ?? 0) + 1)
  const words = [...counts].map(([word, amount]) => count(amount, word))
  const last = words.pop() ?? ''
  return words.length === 0 ? last : `${words.join(', ')} and ${last}`
}

function wordOf({ kind, changes }: ChangedThing): string {
  const record = changes.find((change) => change.kind === 'record')
  const type = (record?.before ?? record?.after)?.['type']
  return (typeof type === 'string' && DRAWN[type]) || WORDS[kind]
}
