import type { DocumentChange } from '@/lib/board/changes/document-change'
import type { KeptChange } from '../storage/offline-storage'

type Heard = Pick<KeptChange, 'at' | 'parts'>

/**
 * When a person last set what, as far as their page knows. What they set before may come to the board after it: done on
 * a document that is gone, it is done anew when the later change stands there already.
 */
export class LastSet {
  private readonly times = new Map<string, number>()
  private latest = -Infinity

  hear(changes: readonly Heard[]): void {
    for (const { at, parts } of changes) {
      this.latest = Math.max(this.latest, at)
      for (const key of parts.flatMap(keyOf)) this.times.set(key, Math.max(at, this.times.get(key) ?? at))
    }
  }

  /** When what is done now is done: after all that was heard, also where a clock was set back meanwhile. */
  nextAt(now: number): number {
    return Math.max(now, this.latest + 1)
  }

  /** The change without what the same person set again later. */
  stillMeant(change: KeptChange): KeptChange {
    const isLast = (key: string): boolean => (this.times.get(key) ?? change.at) <= change.at
    return { ...change, parts: change.parts.filter((part) => keyOf(part).every(isLast)) }
  }
}

/** None where one change does not take the place of another: texts are merged, and what is made is made once. */
function keyOf(part: DocumentChange): string[] {
  if (part.kind === 'placement') return [`placements/${part.key}`]
  return part.kind === 'unit' ? [`${part.root}/${part.id}/${part.unit}`] : []
}
