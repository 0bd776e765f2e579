import { DAY_MS, HOUR_MS, MINUTE_MS } from '@/lib/time-spans'
import { count } from '@/lib/text/count'

/** The last change of an initiative, as the server tells it; `at` in Unix milliseconds. */
export interface Change {
  readonly personId: string
  /** Null for those who are not known by name, such as the server. */
  readonly name: string | null
  readonly at: number
}

const UNITS = [
  { above: DAY_MS, name: 'day' },
  { above: HOUR_MS, name: 'hour' },
  { above: MINUTE_MS, name: 'minute' },
] as const

/** Says who changed it and how long ago: `Changed by Fay, 5 minutes ago`. */
export function changeWords(
  { personId, name, at }: Change,
  reader: { readonly now: number; readonly personId: string },
): string {
  const who = personId === reader.personId ? ' by you' : name === null ? '' : ` by ${name}`
  return `Changed${who}, ${agoWords(reader.now - at)}`
}

function agoWords(agoMs: number): string {
  const unit = UNITS.find(({ above }) => agoMs >= above)
  return unit ? `${count(Math.floor(agoMs / unit.above), unit.name)} ago` : 'just now'
}
