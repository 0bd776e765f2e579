import { DAY_MS, HOUR_MS, MINUTE_MS } from '@/lib/time-spans'

const WEEK_MS = 7 * DAY_MS

const AGO = new Intl.RelativeTimeFormat('en', { numeric: 'auto' })
const DAY = new Intl.DateTimeFormat('en', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
})

/** When somebody last opened a board, as one says it; both in Unix milliseconds. */
export function openedWords(openedAt: number, now: number): string {
  const agoMs = Math.max(0, now - openedAt)
  if (agoMs < MINUTE_MS) return 'just now'
  if (agoMs < HOUR_MS) return AGO.format(-Math.floor(agoMs / MINUTE_MS), 'minute')
  if (agoMs < DAY_MS) return AGO.format(-Math.floor(agoMs / HOUR_MS), 'hour')
  if (agoMs < WEEK_MS) return AGO.format(-Math.floor(agoMs / DAY_MS), 'day')
  return DAY.format(openedAt)
}
