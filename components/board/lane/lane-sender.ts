import { encodeLaneFrame, type LaneFrame, type LaneRecord } from '@/lib/sync/lane-frames'
import { LIMITS } from '@/lib/sync/limits'
import { utf8Length } from '@/lib/text/utf8-length'
import type { RemoteGesture } from './lane'
import type { Clock } from '../sync/clock'

/** Thirty frames a second, the most the lane carries. */
const SEND_EVERY_MS = 1000 / 30
/** A place leaves so much before its turn, which the next ones make up for: the picture after would be late by more. */
const EARLY_MS = 8
/** A place whose turn has come waits so much for a newer one: else a picture that is about to come would miss it. */
const NEWER_MS = 12
/** A hand that rests keeps its hold by saying so; silence would give it up. */
const STILL_HERE_MS = 2_000

/** What a start needs before its records, and each of them beside its id: the length of that and two places. */
const START_HEAD_BYTES = 16
const RECORD_BYTES = 2 + 2 * 5

type Start = Extract<LaneFrame, { kind: 'start' }>
type Position = Extract<LaneFrame, { kind: 'delta' } | { kind: 'bounds' }>

interface LaneSenderParts {
  readonly clock: Clock
  readonly send: (frame: Uint8Array) => void
}

/** Tells the others what my hand moves: at once where it rested, else at the lane's pace, the last place always. */
export class LaneSender {
  private readonly parts: LaneSenderParts
  private gesture = 0
  private start: Start | null = null
  private latest: Position | null = null
  private isLatestSent = true
  /** When the pace allows the next place. */
  private dueAt = -Infinity
  private callOff: (() => void) | null = null

  constructor(parts: LaneSenderParts) {
    this.parts = parts
  }

  begin(what: RemoteGesture['what'], records: readonly LaneRecord[]): void {
    const tellable = roomFor(records)
    const told = {
      what: tellable.length < records.length ? 'bounds' : what,
      records: tellable,
    } as const
    if (this.isBoxOf(told)) return
    this.end()
    this.gesture++
    this.start = { kind: 'start', gesture: this.gesture, ...told }
    this.send(this.start)
    this.rest()
  }

  /** Of a large hand others can take what it could not tell, as often as they like: that is no other box of the same. */
  private isBoxOf({ what, records }: Pick<Start, 'what' | 'records'>): boolean {
    const now = this.start
    if (now?.what !== 'bounds' || what !== 'bounds' || now.records.length !== records.length) return false
    return now.records.every(({ id }, at) => records[at]?.id === id)
  }

  moveBy(dx: number, dy: number): void {
    if (this.start && this.start.what !== 'bounds') {
      this.move({ kind: 'delta', gesture: this.gesture, dx, dy })
    }
  }

  moveBounds(bounds: { x: number; y: number; w: number; h: number }): void {
    if (this.start?.what === 'bounds') {
      this.move({ kind: 'bounds', gesture: this.gesture, ...bounds })
    }
  }

  end(): void {
    if (!this.start) return
    if (!this.isLatestSent && this.latest) this.send(this.latest)
    this.send({ kind: 'end', gesture: this.gesture })
    this.forget()
  }

  /** Says it all again to a server that has just been reached. */
  repeat(): void {
    if (!this.start) return
    this.send(this.start)
    if (this.latest) this.send(this.latest)
  }

  stop(): void {
    this.forget()
  }

  private move(position: Position): void {
    this.latest = position
    this.isLatestSent = false
    const waitMs = this.dueAt - this.parts.clock.now()
    if (waitMs <= EARLY_MS) return this.sendLatest()
    this.wait(waitMs + NEWER_MS)
  }

  private sendLatest(): void {
    if (this.latest) this.send(this.latest)
    this.isLatestSent = true
    this.rest()
  }

  /** After a while without movement the last place is told once more. */
  private rest(): void {
    this.wait(STILL_HERE_MS)
  }

  private wait(ms: number): void {
    this.callOff?.()
    this.callOff = this.parts.clock.after(ms, () => {
      this.callOff = null
      if (this.latest) return this.sendLatest()
      if (this.start) this.send(this.start)
      this.rest()
    })
  }

  private send(frame: LaneFrame): void {
    if (frame.kind === 'delta' || frame.kind === 'bounds') {
      const now = this.parts.clock.now()
      const isInStep = now - this.dueAt <= EARLY_MS
      this.dueAt = (isInStep ? this.dueAt : now) + SEND_EVERY_MS
    }
    this.parts.send(encodeLaneFrame(frame))
  }

  private forget(): void {
    this.callOff?.()
    this.callOff = null
    this.start = null
    this.latest = null
    this.isLatestSent = true
  }
}

/** The first of them, as many as one frame takes: ids may be long, and of letters of several bytes. */
function roomFor(records: readonly LaneRecord[]): readonly LaneRecord[] {
  let bytes = START_HEAD_BYTES
  return records
    .slice(0, LIMITS.LANE_RECORDS)
    .filter(({ id }) => (bytes += utf8Length(id) + RECORD_BYTES) <= LIMITS.LANE_START_BYTES)
}
