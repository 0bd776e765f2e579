import type { KeptChange } from '../storage/offline-storage'

/** Of what one page did to the same things one after the other, the last: its words hold all the others say. */
export function latestOfEach(changes: readonly KeptChange[]): readonly KeptChange[] {
  const latest = new Map<string, KeptChange>()
  for (const change of changes) {
    const { id, clientId, touched } = change
    const things = touched.length > 0 ? [...touched].sort().join(' ') : id
    latest.set(`${clientId} ${things}`, change)
  }
  return [...latest.values()]
}
