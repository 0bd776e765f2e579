import * as Y from 'yjs'
import { toBase64Url } from '@/lib/ids'
import { LIMITS } from '@/lib/sync/limits'
import { encodeSync, isEmptyUpdate, SYNC } from '@/lib/sync/messages'
import type { Clock } from '../../clock'
import { runStretch } from '../../pace'
import type { LiveDocument } from '../live-document'
import { toDocumentFrames } from './state-pieces'
import type { StillReading } from './still-reading'

/** What a copy lacks. */
export interface Question {
  readonly vector: Uint8Array
  /** An answer to step1 ends with a step2; whoever merely fell behind gets an update. */
  readonly kind: 'step2' | 'update'
}

export type Frames = readonly Uint8Array[]

interface StateMakerOptions {
  readonly document: Pick<LiveDocument, 'board' | 'version'>
  readonly still: Pick<StillReading, 'run'>
  readonly clock: Clock
  /** What takes long was made and is remembered, or, with null, could not be made at the moment. */
  onMade(frames: Frames | null): void
  /** It cannot be made at all. */
  onFailed(key: string, cause: unknown): void
}

/** Each is up to one piece; a room that comes back asks for no more different ones at a time. */
const SHORT_REMEMBERED = 8

/** Makes the frames that copies of a document lack: at once where that is short, else in pieces and in turns. */
export class StateMaker {
  readonly #options: StateMakerOptions
  /** The last large answer, while nothing changes. */
  #last: { readonly key: string; readonly version: number; readonly frames: Frames } | null = null
  #cancelForgetting: () => void = () => undefined
  /** The first short answers of one version: a room comes back with the same question, not all of it in one turn. */
  readonly #short = new Map<string, Frames>()
  #shortVersion = -1
  #cancelForgettingShort: () => void = () => undefined
  /** What was found to take long. */
  readonly #large = new Set<string>()
  #isMaking = false

  constructor(options: StateMakerOptions) {
    this.#options = options
  }

  /** What was made of such a question and still holds. */
  remembered(key: string): Frames | null {
    const { version } = this.#options.document
    if (this.#last?.key === key && this.#last.version === version) return this.#last.frames
    return this.#shortVersion === version ? (this.#short.get(key) ?? null) : null
  }

  /** Makes the answer of a document at rest; null where that takes long: then it is begun, where nothing else is. */
  make(question: Question): Frames | null {
    const { board } = this.#options.document
    if (question.kind === 'update') return toUpdateFrames(Y.encodeStateAsUpdate(board.doc, question.vector))
    const key = toKey(question)
    const frames = this.#large.has(key) ? null : this.#makeAtOnce(question)
    if (frames === null) this.#begin(key, question)
    else this.#remember(key, frames)
    return frames
  }

  /** Nobody waits for anything any more. */
  forgetLarge(): void {
    this.#large.clear()
  }

  /** Lets go of what was made. */
  stop(): void {
    this.#forgetLast()
    this.#forgetShort()
  }

  #makeAtOnce(question: Question): Frames | null {
    const step = runStretch(this.#steps(question), this.#options.clock)
    return step.done ? step.value : null
  }

  #begin(key: string, question: Question): void {
    const { still, onMade, onFailed } = this.#options
    this.#large.add(key)
    if (this.#isMaking) return
    this.#isMaking = true
    const end = (): void => {
      this.#isMaking = false
      this.#large.delete(key)
    }
    still
      .run(() => this.#steps(question))
      .then(
        (frames) => {
          end()
          if (frames) this.#remember(key, frames)
          onMade(frames)
        },
        (cause: unknown) => {
          end()
          onFailed(key, cause)
        },
      )
  }

  #steps({ vector }: Question): Generator<void, Frames> {
    return toDocumentFrames(this.#options.document.board.doc, vector, LIMITS.STATE_PIECE_BYTES)
  }

  #remember(key: string, frames: Frames): void {
    if (frames.length <= 1) return this.#rememberShort(key, frames)
    const { document, clock } = this.#options
    this.#forgetLast()
    this.#last = { key, version: document.version, frames }
    this.#cancelForgetting = clock.after(LIMITS.STATE_REMEMBERED_MS, () => this.#forgetLast())
  }

  #rememberShort(key: string, frames: Frames): void {
    const { document, clock } = this.#options
    if (this.#shortVersion !== document.version) {
      this.#forgetShort()
      this.#shortVersion = document.version
      this.#cancelForgettingShort = clock.after(LIMITS.STATE_REMEMBERED_MS, () => this.#forgetShort())
    }
    if (this.#short.size < SHORT_REMEMBERED) this.#short.set(key, frames)
  }

  #forgetLast(): void {
    this.#cancelForgetting()
    this.#last = null
  }

  #forgetShort(): void {
    this.#cancelForgettingShort()
    this.#short.clear()
    this.#shortVersion = -1
  }
}

/** What tells questions apart. */
export function toKey({ kind, vector }: Question): string {
  return `${kind} ${toBase64Url(vector)}`
}

function toUpdateFrames(state: Uint8Array): Frames {
  return isEmptyUpdate(state) ? [] : [encodeSync(SYNC.update, state)]
}
