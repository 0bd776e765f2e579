import { count } from './count'

/**
 * How many there are of what, each noun once, in the order given: `3 teams`, `1 note`. Where it is given, `nameOf` says
 * what is the only one of its noun.
 */
export function countByNoun<Thing>(
  things: readonly Thing[],
  nounOf: (thing: Thing) => string,
  nameOf?: (thing: Thing) => string,
): readonly string[] {
  const byNoun = new Map<string, Thing[]>()
  for (const thing of things) {
    const noun = nounOf(thing)
    const same = byNoun.get(noun)
    if (same) same.push(thing)
    else byNoun.set(noun, [thing])
  }
  return [...byNoun].map(([noun, [only, ...others]]) =>
    nameOf && only !== undefined && others.length === 0 ? nameOf(only) : count(1 + others.length, noun),
  )
}
