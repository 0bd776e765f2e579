import type { LaneFrame, LaneRecord } from '@/lib/sync/lane-frames'
import { LIMITS } from '@/lib/sync/limits'
import type { RemoteGesture } from './lane'

/** Most of a frame interval of the lane: movement stays smooth, and late by no more than this. */
export const GLIDE_MS = 28
/** A commit travels behind its gesture's end, through the server's log; until then the card stays where it was. */
export const RELEASE_GRACE_MS = 500

type Numbers = readonly number[]

/** One remote hand: where it is shown glides to where it was last said to be. */
export class LanePlayback {
  readonly gesture: number
  readonly what: RemoteGesture['what']
  readonly records: readonly LaneRecord[]
  readonly ids: readonly string[]
  private from: Numbers | null = null
  private to: Numbers | null = null
  private heardAt: number
  private releasedAt: number | null = null
  /** How much of the way was shown already: nobody is shown going back. */
  private shownPart = 0

  constructor(start: Extract<LaneFrame, { kind: 'start' }>, now: number) {
    this.gesture = start.gesture
    this.what = start.what
    this.records = start.records
    this.ids = start.records.map(({ id }) => id)
    this.heardAt = now
    if (this.what !== 'bounds') this.from = this.to = [0, 0]
  }

  /** Takes a later frame of the same gesture. */
  hear(frame: Exclude<LaneFrame, { kind: 'start' }>, now: number): void {
    const place = this.placeAt(now)
    this.setOut(now)
    if (frame.kind === 'end') this.releasedAt ??= now
    if (frame.kind === 'delta') this.to = [frame.dx, frame.dy]
    if (frame.kind === 'bounds') this.to = [frame.x, frame.y, frame.w, frame.h]
    this.from = place ?? this.to
  }

  /** The same start again: the hand is still there. */
  stillHere(now: number): void {
    this.from = this.placeAt(now)
    this.setOut(now)
  }

  get isReleased(): boolean {
    return this.releasedAt !== null
  }

  isOver(now: number): boolean {
    if (this.releasedAt !== null) return now - this.releasedAt >= RELEASE_GRACE_MS
    return now - this.heardAt >= LIMITS.HOLD_SILENCE_MS
  }

  isGliding(now: number): boolean {
    return now - this.heardAt < GLIDE_MS
  }

  /** The look of this gesture at this moment, which is then shown. */
  lookAt(now: number): Pick<RemoteGesture, 'what' | 'records' | 'bounds' | 'released'> {
    this.shownPart = this.partAt(now)
    const place = this.placeAt(now) ?? []
    const [x = 0, y = 0, w, h] = place
    const common = { what: this.what, released: this.isReleased }
    if (this.what !== 'bounds') {
      return {
        ...common,
        records: this.records.map((record) => ({ ...record, x: record.x + x, y: record.y + y })),
      }
    }
    const bounds = w === undefined || h === undefined ? {} : { bounds: { x, y, w, h } }
    return { ...common, records: [], ...bounds }
  }

  private setOut(now: number): void {
    this.heardAt = now
    this.shownPart = 0
  }

  private placeAt(now: number): Numbers | null {
    const { from, to } = this
    if (!from || !to) return to
    const part = this.partAt(now)
    return to.map((value, at) => (from[at] ?? value) + (value - (from[at] ?? value)) * part)
  }

  /** The share of the way to where the hand was last said to be. */
  private partAt(now: number): number {
    return Math.min(1, Math.max(this.shownPart, (now - this.heardAt) / GLIDE_MS))
  }
}
