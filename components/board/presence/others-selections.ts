import { atom, react, unsafe__withoutCapture, type Signal } from '@tldraw/state'
import { sameJson } from '@/lib/board/units'
import type { Clock } from '../sync/clock'
import type { RemotePresence, RemoteSelection } from './presence'

/** Outlines are drawn anew with each change, and nobody follows more of these. */
const CHANGES_EVERY_MS = 250

/**
 * What the others have selected. A change is seen at once where there was none for a while; somebody whose selection
 * never rests, on many lines, keeps no page busy.
 */
export class OthersSelections {
  readonly shown = atom<readonly RemoteSelection[]>('selections', [])
  private readonly clock: Clock
  private readonly stopReading: () => void
  private latest: readonly RemoteSelection[] = []
  private shownAt = -Infinity
  private callOff: (() => void) | null = null

  constructor(others: Signal<readonly RemotePresence[]>, clock: Clock) {
    this.clock = clock
    this.stopReading = react('selections of others', () => {
      const read = selectionsIn(others.get())
      unsafe__withoutCapture(() => this.hear(read))
    })
  }

  stop(): void {
    this.stopReading()
    this.callOff?.()
    this.callOff = null
    this.shown.set([])
  }

  private hear(read: readonly RemoteSelection[]): void {
    if (sameJson(read, this.latest)) return
    this.latest = read
    const agoMs = this.clock.now() - this.shownAt
    // A clock that was set back must not keep anything from view until it has caught up.
    if (agoMs < 0 || agoMs >= CHANGES_EVERY_MS) return this.show()
    this.callOff ??= this.clock.after(CHANGES_EVERY_MS - agoMs, () => this.show())
  }

  private show(): void {
    this.callOff?.()
    this.callOff = null
    this.shownAt = this.clock.now()
    this.shown.set(this.latest)
  }
}

function selectionsIn(others: readonly RemotePresence[]): RemoteSelection[] {
  return others.flatMap(({ clientId, user: { colorSlot }, selection = [] }) =>
    selection.length > 0 ? [{ clientId, colorSlot, ids: [...new Set(selection)] }] : [],
  )
}
