import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'
import { readRecord } from '@/lib/board/read'
import { decodeLaneRelay, encodeLaneFrame } from '@/lib/sync/lane-frames'
import { MESSAGE } from '@/lib/sync/messages'
import { readPresence } from '@/server/sync/movement/presence-frames'
import { RawClient } from '../support/raw-client'
import type { Wire } from '../support/wire'
import { cardId, cardKey, fillBoard, longText, noteId, richTextOf } from './content'
import { attackYjs } from './yjs-attacks'
import type { Attack, Entry, Hearing, Participant, Typed } from './participant'

const GESTURE = 1

interface YjsOptions extends Entry {
  readonly wire: Wire
  readonly person: number
  /** Whether hands can be shown without writing. */
  readonly hasLane: boolean
}

interface PointerState {
  readonly cursor?: { readonly x: number }
  readonly person?: number
  readonly selection?: readonly string[]
}

/** Somebody on a server that keeps a Yjs document. */
export class YjsParticipant implements Participant {
  readonly hearing: Hearing = {}
  readonly client: RawClient
  readonly #options: YjsOptions
  readonly #cardOf = new Map<string, number>()
  readonly #personOf = new Map<number, number>()
  #isDragging = false

  constructor(options: YjsOptions) {
    const { wire, takes, brings, stalls } = options
    this.#options = options
    this.client = new RawClient({
      wire,
      takes,
      onOther: (type, decoder) => this.#hear(type, decoder),
      onMessage: (bytes) => this.hearing.onMessage?.(bytes),
      ...(stalls ? { stalls } : {}),
      ...(brings ? { brings: (personId) => fillBoard(this.client.board, personId, brings) } : {}),
    })
    if (takes === 'everything') this.#watch()
  }

  get isSynced(): boolean {
    return this.client.isSynced
  }

  get closedWith(): number | null {
    return this.client.closedWith
  }

  get receivedBytes(): number {
    return this.client.receivedBytes
  }

  get unreadable(): number {
    return this.client.unreadable
  }

  get arrivedAt(): number {
    return this.client.arrivedAt
  }

  get ackMs(): number[] {
    return this.client.ackMs
  }

  get sent(): number {
    return this.client.sent
  }

  get acked(): number {
    return this.client.acked
  }

  move(card: number, frame: number): void {
    this.client.board.placements.set(cardKey(card), { target: 'canvas', dx: frame, dy: card })
  }

  work(frames: readonly (readonly [card: number, frame: number])[], { card, text }: Typed): void {
    this.client.doc.transact(() => {
      for (const [moved, frame] of frames) this.move(moved, frame)
      const summary = this.client.board.initiatives.get(cardId(card))?.get('summary')
      if (summary instanceof Y.Text) for (const letter of text) summary.insert(summary.length, letter)
    })
  }

  drag(card: number, frame: number): boolean {
    if (!this.#options.hasLane) return false
    if (!this.#isDragging) {
      // A hand is somebody's: who is not present is not shown to move anything.
      this.point(frame)
      const records = [{ id: `shape:card-${cardId(card)}-canvas`, x: 0, y: 0 }]
      this.client.send(encodeLaneFrame({ kind: 'start', gesture: GESTURE, what: 'move', records }))
      this.#isDragging = true
    }
    this.client.send(encodeLaneFrame({ kind: 'delta', gesture: GESTURE, dx: frame, dy: card }))
    return true
  }

  point(frame: number): void {
    this.client.showPresence(this.pointerAt(frame))
  }

  write(note: number, mark: string, characters: number): void {
    const record = this.client.board.records.get(noteId(note))
    record?.set('props.richText', richTextOf(longText(mark, characters)))
  }

  frameOf(card: number): number {
    return this.client.board.placements.get(cardKey(card))?.dx ?? -1
  }

  parentOf(shape: string): string | null {
    const map = this.client.board.records.get(shape)
    const parent = map ? readRecord(map)?.['parentId'] : null
    return typeof parent === 'string' ? parent : null
  }

  pointerAt(frame: number): object {
    return pointerAt(this.#options.person, frame)
  }

  attack(attack: Attack): boolean {
    return attackYjs(this, attack, attack.victim as YjsParticipant)
  }

  pause(): void {
    this.client.pause()
  }

  resume(): void {
    this.client.resume()
  }

  stop(): void {
    this.client.stop()
  }

  #watch(): void {
    const { placements, records } = this.client.board
    placements.observe((event) => {
      for (const key of event.keysChanged) {
        const card = this.#cardOfKey(key)
        if (card !== null) this.hearing.onCard?.(card, placements.get(key)?.dx ?? -1)
      }
    })
    records.observeDeep((events) => {
      for (const { path, keys, target } of events) {
        const [id] = path
        if (typeof id !== 'string' || !keys.has('props.richText')) continue
        const { content } = (target as Y.Map<unknown>).get('props.richText') as RichText
        this.hearing.onNote?.(Number(id.split('-')[1]), content[0]?.content?.[0]?.text.split(' ')[0] ?? '')
      }
    })
  }

  #cardOfKey(key: string): number | null {
    const known = this.#cardOf.get(key)
    if (known !== undefined) return known
    const card = /^card-(\d+)\//.exec(key)?.[1]
    if (card === undefined) return null
    this.#cardOf.set(key, Number(card))
    return Number(card)
  }

  #hear(type: number, decoder: decoding.Decoder): void {
    if (type === MESSAGE.lane && this.hearing.onDrag) this.#hearHands(decoder)
    if (type === MESSAGE.awareness && this.hearing.onPointer) this.#hearPointers(decoder)
  }

  #hearHands(decoder: decoding.Decoder): void {
    for (const { frame } of decodeLaneRelay(decoder)) {
      if (frame.kind === 'delta') this.hearing.onDrag?.(frame.dy, frame.dx)
    }
  }

  #hearPointers(decoder: decoding.Decoder): void {
    for (const { clientId, json } of readPresence(decoding.readVarUint8Array(decoder), () => true)) {
      const state = JSON.parse(json) as PointerState | null
      const named = state?.selection?.[0]?.split('-')[1]
      const person = named === undefined ? this.#personOf.get(clientId) : Number(named)
      if (person === undefined) continue
      this.#personOf.set(clientId, person)
      if (state === null) this.hearing.onGone?.(person)
      if (state?.cursor) this.hearing.onPointer?.(person, state.cursor.x)
    }
  }
}

interface RichText {
  readonly content: readonly { readonly content?: readonly { readonly text: string }[] }[]
}

function pointerAt(person: number, frame: number): object {
  return {
    idle: false,
    cursor: { x: frame, y: person },
    camera: { x: -120, y: -60, w: 2400, h: 1350 },
    selection: [`shape:card-${person}`],
  }
}
