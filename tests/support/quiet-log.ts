import type { Log, LogEvent } from '@/server/log'

/** A log that keeps the names of its events for the test to look at. */
export function createQuietLog(): Log & { readonly events: LogEvent[] } {
  const events: LogEvent[] = []
  const keep = (event: LogEvent): void => void events.push(event)
  return { events, debug: keep, info: keep, warn: keep, error: keep }
}
