import type { Signal } from '@tldraw/state'
import type { LaneRecord } from '@/lib/sync/lane-frames'

/** Somebody else's hand on something, as it looks now (interpolated). */
export interface RemoteGesture {
  readonly clientId: number
  readonly personName: string
  readonly colorSlot: number
  readonly what: 'move' | 'tray' | 'bounds'
  /** Current positions, in page px. */
  readonly records: readonly LaneRecord[]
  readonly bounds?: { x: number; y: number; w: number; h: number }
  /** Let go: shown where it was until its commit arrives or a moment has passed. Nothing is held any more. */
  readonly released: boolean
}

/** Somebody else's hand and the ids of what it is on, wherever that is. */
export interface RemoteHold extends Pick<
  RemoteGesture,
  'clientId' | 'personName' | 'colorSlot' | 'what' | 'released'
> {
  readonly ids: readonly string[]
}

/** The gesture lane: what moves while hands move. Nothing here enters the document. */
export interface Lane {
  /** Changes with every picture of a moving hand. */
  readonly remote: Signal<readonly RemoteGesture[]>
  /** The same hands; changes when one takes or lets go, not while it moves. */
  readonly holds: Signal<readonly RemoteHold[]>
  /** The name of whoever else holds this record (a shape id or an initiative id), or null. */
  heldBy(id: string): string | null
  /** Starts my gesture; a running one ends. */
  begin(what: RemoteGesture['what'], records: readonly LaneRecord[]): void
  /** Where my gesture is: px from its start. Sent at most 30 times a second. */
  moveBy(dx: number, dy: number): void
  moveBounds(bounds: { x: number; y: number; w: number; h: number }): void
  end(): void
}
