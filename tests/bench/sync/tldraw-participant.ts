import type { Socket } from 'node:net'
import { WebSocket } from 'ws'
import { keysBetween } from '@/lib/board/fractional-index'
import { floodOf, pour } from '../support/flood-of'
import { CYCLE, deepText, FLOOD_FRAMES, FORGED_FRAME, markOf, OVERSIZE_BYTES } from './forgery'
import { applyDiff, type NetworkDiff, type TldrawRecord } from './tldraw-diff'
import { cardTitle, longText, noteId, noteRecord, richTextOf, type Content } from './content'
import type { Attack, Entry, Hearing, Participant, Typed } from './participant'

const PING_EVERY_MS = 5_000
const RECORDS_A_PUSH = 200
const OVERSIZE = floodOf('text', Buffer.alloc(OVERSIZE_BYTES, 'x'), 1)
const NOWHERE = { x: -1, y: -1 }
const PUSH_RESULT = '"push_result"'

interface TldrawOptions extends Entry {
  readonly url: string
  readonly schema: unknown
  readonly protocolVersion: number
  readonly person: number
}

type ServerMessage =
  | { readonly type: 'connect' | 'patch'; readonly diff: NetworkDiff }
  | { readonly type: 'data'; readonly data: readonly ServerMessage[] }
  | { readonly type: 'push_result' | 'pong' | 'incompatibility_error' }

/** Somebody on a server of tldraw sync. A card and a note are shapes alike. */
export class TldrawParticipant implements Participant {
  readonly hearing: Hearing = {}
  readonly ackMs: number[] = []
  isSynced = false
  closedWith: number | null = null
  arrivedAt = 0
  unreadable = 0
  acked = 0
  readonly records = new Map<string, TldrawRecord>()
  readonly #options: TldrawOptions
  readonly #socket: WebSocket
  readonly #sentAt: number[] = []
  readonly #ping: NodeJS.Timeout
  readonly #texts = new Map<number, string>()
  readonly #personOf = new Map<string, number>()
  #line: Socket | null = null
  #hasPointed = false

  constructor(options: TldrawOptions) {
    this.#options = options
    this.#socket = new WebSocket(options.url, { perMessageDeflate: false })
    this.#socket.on('upgrade', (response) => (this.#line = response.socket))
    this.#socket.on('error', () => (this.closedWith ??= 0))
    this.#socket.on('close', (code) => (this.closedWith = code))
    this.#socket.on('open', () => {
      const { schema, protocolVersion } = options
      const connectRequestId = `${options.person}-${performance.now()}`
      this.#send({ type: 'connect', connectRequestId, lastServerClock: -1, protocolVersion, schema })
      if (options.stalls) this.#socket.pause()
    })
    this.#socket.on('message', (data) => {
      this.arrivedAt = performance.now()
      try {
        this.#read((data as Buffer).toString())
      } catch {
        this.unreadable++
      }
      this.hearing.onMessage?.(data as Buffer)
    })
    this.#ping = setInterval(() => this.#send({ type: 'ping' }), PING_EVERY_MS)
  }

  get receivedBytes(): number {
    return this.#line?.bytesRead ?? 0
  }

  get sent(): number {
    return this.#sentAt.length
  }

  move(card: number, frame: number): void {
    this.#push({ [cardShape(card)]: ['patch', { x: ['put', frame] }] })
  }

  /** Only where each card ends is told: the server keeps no more. */
  work(frames: readonly (readonly [card: number, frame: number])[], { card, text }: Typed): void {
    const diff: NetworkDiff = {}
    for (const [moved, frame] of frames) diff[cardShape(moved)] = ['patch', { x: ['put', frame] }]
    const whole = `${this.#texts.get(card) ?? cardTitle(card)}${text}`
    this.#texts.set(card, whole)
    const shape = diff[cardShape(card)]
    const typed = ['patch', { richText: ['put', richTextOf(whole)] }] as const
    const moved = shape?.[0] === 'patch' ? shape[1] : {}
    diff[cardShape(card)] = ['patch', { ...moved, props: typed }]
    this.#push(diff)
  }

  drag(): boolean {
    return false
  }

  point(frame: number): void {
    const { person } = this.#options
    const cursor = cursorAt(person, frame)
    const presence = this.#hasPointed
      ? ['patch', { cursor: ['put', cursor] }]
      : ['put', presenceOf(person, cursor)]
    this.#hasPointed = true
    this.#send({ type: 'push', clientClock: this.#sentAt.length, presence })
  }

  write(note: number, mark: string, characters: number): void {
    const richText = richTextOf(longText(mark, characters))
    this.#push({ [noteId(note)]: ['patch', { props: ['patch', { richText: ['put', richText] }] }] })
  }

  frameOf(card: number): number {
    const x = this.records.get(cardShape(card))?.['x']
    return typeof x === 'number' ? x : -1
  }

  parentOf(shape: string): string | null {
    const parent = this.records.get(shape)?.['parentId']
    return typeof parent === 'string' ? parent : null
  }

  attack({ kind, victim }: Attack): boolean {
    const { person } = this.#options
    const ofVictim = (victim as TldrawParticipant).#options.person
    switch (kind) {
      case 'garbage':
        this.#socket.send(Uint8Array.from({ length: 64 }, (_, at) => 255 - at))
        return true
      case 'cut-off':
        this.#socket.send('{"type":"push","clientClock":1,"diff":{"shape:card-0":["pa')
        return true
      case 'oversize':
        if (this.#line) pour(OVERSIZE, this.#line)
        return true
      case 'flood':
        this.#line?.write(floodOf('text', Buffer.from('{"type":"ping"}'), FLOOD_FRAMES))
        return true
      case 'invalid-record':
        this.#push({ [cardShape(0)]: ['patch', { x: ['put', 'nowhere'] }] })
        return true
      case 'deep-nesting':
        this.#push({ [noteId(0)]: ['patch', { props: ['patch', { richText: ['put', deepText()] }] }] })
        return true
      case 'cycle': {
        const [one, other] = CYCLE.map((id, at) => ({
          ...noteRecord(id, `a${at + 1}`, at),
          parentId: CYCLE[1 - at],
        }))
        if (one && other) this.#push({ [one.id]: ['put', one], [other.id]: ['put', other] })
        return true
      }
      case 'forged-pointer': {
        const cursor = { ...cursorAt(ofVictim, FORGED_FRAME) }
        this.#push({ [this.#presenceIdOf(ofVictim)]: ['patch', { cursor: ['put', cursor] }] })
        return true
      }
      case 'forged-name': {
        const forged = { ...presenceOf(person, cursorAt(person, 0)), userName: markOf(kind) }
        this.#send({ type: 'push', clientClock: this.#sentAt.length, presence: ['put', forged] })
        return true
      }
      case 'forged-removal':
        this.#push({ [this.#presenceIdOf(ofVictim)]: ['remove'] })
        return true
      default:
        // Nothing of the kind is in its protocol.
        return false
    }
  }

  pause(): void {
    this.#socket.pause()
  }

  resume(): void {
    this.#socket.resume()
  }

  stop(): void {
    clearInterval(this.#ping)
    this.#socket.terminate()
  }

  #push(diff: NetworkDiff): void {
    this.#send({ type: 'push', clientClock: this.#sentAt.length, diff })
    this.#sentAt.push(performance.now())
    // What one pushed oneself is not told again.
    if (this.#options.takes === 'everything') applyDiff(this.records, diff, () => undefined)
  }

  #presenceIdOf(person: number): string {
    return String([...this.records.values()].find(({ userName }) => userName === nameOf(person))?.id)
  }

  #send(message: object): void {
    if (this.#socket.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify(message))
  }

  /** Who only writes reads no more of a message than how many of the own pushes it answers. */
  #read(text: string): void {
    for (let at = text.indexOf(PUSH_RESULT); at >= 0; at = text.indexOf(PUSH_RESULT, at + 1)) this.#hearAck()
    if (this.isSynced && this.#options.takes !== 'everything') return
    if (this.#options.takes === 'nothing') this.isSynced ||= text.startsWith('{"type":"connect"')
    else this.#take(JSON.parse(text) as ServerMessage)
  }

  #take(message: ServerMessage): void {
    if (message.type === 'data') for (const each of message.data) this.#take(each)
    if (message.type !== 'patch' && message.type !== 'connect') return
    applyDiff(this.records, message.diff, (id) => this.#tell(id))
    if (message.type === 'connect' && !this.isSynced) {
      this.isSynced = true
      if (this.#options.brings) this.#fill(this.#options.brings)
    }
  }

  #tell(id: string): void {
    const { onCard, onGone, onNote, onPointer } = this.hearing
    const record = this.records.get(id)
    if (id.startsWith('instance_presence:')) {
      if (!record) return onGone?.(this.#personOf.get(id) ?? -1)
      const { x, y } = record.cursor ?? NOWHERE
      this.#personOf.set(id, y)
      return onPointer?.(y, x)
    }
    const [kind, number] = id.slice(id.indexOf(':') + 1).split('-')
    if (kind === 'card') onCard?.(Number(number), this.frameOf(Number(number)))
    if (kind === 'note') onNote?.(Number(number), textOf(record).split(' ')[0] ?? '')
  }

  #fill({ cards, notes }: Content): void {
    const indices = keysBetween('a1', null, cards + notes)
    const shapes = [
      ...Array.from({ length: cards }, (_, card) => toCard(card, indices[card] ?? 'a1')),
      ...Array.from({ length: notes }, (_, note) =>
        noteRecord(noteId(note), indices[cards + note] ?? 'a1', note),
      ),
    ]
    for (let at = 0; at < shapes.length; at += RECORDS_A_PUSH) {
      const piece = shapes.slice(at, at + RECORDS_A_PUSH)
      for (const shape of piece) this.records.set(shape.id, shape)
      this.#push(Object.fromEntries(piece.map((shape) => [shape.id, ['put', shape]])))
    }
  }

  #hearAck(): void {
    this.ackMs.push(this.arrivedAt - (this.#sentAt[this.acked] ?? this.arrivedAt))
    this.acked++
  }
}

function cardShape(card: number): string {
  return `shape:card-${card}`
}

function toCard(card: number, index: string): TldrawRecord {
  const shape = noteRecord(cardShape(card), index, card)
  const richText = richTextOf(cardTitle(card))
  return { ...shape, x: 0, y: card, props: { ...(shape['props'] as object), richText } }
}

function textOf(record: TldrawRecord | undefined): string {
  const richText = record?.props?.['richText'] as
    { readonly content: readonly { readonly content?: readonly { readonly text: string }[] }[] } | undefined
  return richText?.content[0]?.content?.[0]?.text ?? ''
}

function nameOf(person: number): string {
  return `Person ${person}`
}

function cursorAt(person: number, frame: number): object {
  return { x: frame, y: person, type: 'default', rotation: 0 }
}

function presenceOf(person: number, cursor: object): object {
  return {
    id: `instance_presence:${person}`,
    typeName: 'instance_presence',
    currentPageId: 'page:page',
    userId: `person-${person}`,
    userName: nameOf(person),
    lastActivityTimestamp: 1,
    color: '#FF0000',
    camera: { x: -120, y: -60, z: 1 },
    cursor,
    screenBounds: { x: 0, y: 0, w: 2400, h: 1350 },
    selectedShapeIds: [cardShape(person)],
    brush: null,
    scribbles: [],
    followingUserId: null,
    chatMessage: '',
    meta: {},
  }
}
