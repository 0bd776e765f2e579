import { count } from '../text/count'
import { teamLabel } from './team-name'

interface Named {
  readonly name: string
}

/** Says that initiatives name teams which no map shows, as a sentence; an empty text where there are none. */
export function absentSentence(absent: readonly Named[]): string {
  if (absent.length === 0) return ''
  return `${count(absent.length, 'team')} named in the list ${absent.length === 1 ? 'is' : 'are'} not on the map.`
}

/** What adding them is called where nothing was said of them before; a single one is called by its name. */
export function addAbsentWords(absent: readonly Named[]): string {
  const [first] = absent
  if (first && absent.length === 1) return `Add “${teamLabel(first.name)}”, named in the list`
  return `Add ${count(absent.length, 'team')} named in the list`
}

/** What adding them is called right after it was said that they are absent. */
export function addSaidWords(absent: readonly Named[]): string {
  return absent.length === 1 ? 'Add it' : 'Add them'
}

/** What adding them did, and for how many there was no room, in sentences. */
export function addedAbsentSentence(added: readonly Named[], left: number): string {
  const [first] = added
  const isOne = first && added.length === 1
  const who = isOne ? `“${teamLabel(first.name)}” was` : `${count(added.length, 'team')} were`
  return `${who} added to the map.${left > 0 ? ` There is no room for ${left} more.` : ''}`
}
