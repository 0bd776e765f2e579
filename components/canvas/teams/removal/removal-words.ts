import { count } from '@/lib/text/count'
import { countByNoun } from '@/lib/text/count-by-noun'
import { listed } from '@/lib/text/listed'
import { teamLabel } from '@/lib/teams/team-name'

/** Teams that were taken off a map, and what stood with them there. */
export interface RemovedTeams {
  readonly names: readonly string[]
  /** What else was removed by the same hand, each as what it is: `note`. */
  readonly along: readonly string[]
  /** How many interactions went with them. */
  readonly interactions: number
  /** How many of their initiatives stand on no team there any more. */
  readonly initiatives: number
}

/** What became of teams that were removed, in sentences; null where nothing hung on them. */
export function removalWords({ names, along, interactions, initiatives }: RemovedTeams): string | null {
  const [name] = names
  if (name === undefined || interactions + initiatives === 0) return null
  const isOne = names.length === 1
  const gone = listed([
    isOne ? `“${teamLabel(name)}”` : count(names.length, 'team'),
    ...countByNoun(along, (noun) => noun),
  ])
  const [are, them] = isOne && along.length === 0 ? ['was', 'it'] : ['were', 'them']
  const also = interactions > 0 ? `, and ${count(interactions, 'interaction')} with ${them}` : ''
  const sentences = [`${gone} ${are} removed${also}.`]
  const whose = isOne ? 'Its' : 'Their'
  if (initiatives === 1) sentences.push(`${whose} initiative stays on the map.`)
  else if (initiatives > 1) sentences.push(`${whose} ${initiatives} initiatives stay on the map.`)
  return sentences.join(' ')
}
