import { DAY_MS, HOUR_MS } from '@/lib/time-spans'

/** The life of a link that has no end. */
export const ENDLESS = 'always'

/** How long a link can be made to work from now on; null: without end. */
export const LINK_LIVES = [
  { value: 'hour', label: 'For an hour', lastsMs: HOUR_MS },
  { value: 'day', label: 'For a day', lastsMs: DAY_MS },
  { value: 'week', label: 'For a week', lastsMs: 7 * DAY_MS },
  { value: 'month', label: 'For 30 days', lastsMs: 30 * DAY_MS },
  { value: ENDLESS, label: 'Never expires', lastsMs: null },
] as const

/** What an ended link gives: nothing, until it is given another end. */
export const ENDED_GIVES =
  'Lets nobody in any more. Choose how long it works from now on, or make a new link.'

/** Whether a link lets nobody in any more. Unix milliseconds. */
export function hasEnded(expiresAt: number | null, now: number): expiresAt is number {
  return expiresAt !== null && expiresAt <= now
}

/** Until when a link works, as its facilitator is told, in the time zone of this browser. Unix milliseconds. */
export function expiryWords(expiresAt: number | null, now: number): string {
  if (expiresAt === null) return 'Never expires'
  if (hasEnded(expiresAt, now)) return 'Has ended'
  return `Works until ${toMoment(expiresAt, now)}`
}

/** What a link has come to once its end was changed; `link` is what it is called. */
export function changedEndWords(link: string, expiresAt: number | null, now: number): string {
  return expiresAt === null ? `${link} never expires.` : `${link} works until ${toMoment(expiresAt, now)}.`
}

/** The hour alone says enough for what happens within a day. */
function toMoment(at: number, now: number): string {
  const time = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const
  const isSoon = at - now < DAY_MS && new Date(at).getDate() === new Date(now).getDate()
  const day = isSoon ? {} : ({ day: 'numeric', month: 'short' } as const)
  return new Intl.DateTimeFormat('en', { ...day, ...time }).format(at)
}
