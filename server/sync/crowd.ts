import type { PersonId } from '@/lib/ids'
import { LIMITS } from '@/lib/sync/limits'
import type { Clock } from './clock'
import type { Connection } from './connection'

/** Looked at this often, a line is silent for no longer than the heartbeat allows. */
export const BEAT_MS = LIMITS.HEARTBEAT_MS / 5

/** What a crowd asks and tells whoever looks at the crowds of all boards. */
export interface CrowdListener {
  /** Says whether the process has space for one more socket of this person; makes it where it may. */
  makeWayFor(personId: PersonId): boolean
  /** One socket more, or one less. */
  onCount(connection: Connection, by: 1 | -1): void
  /** A beat of the heartbeat. */
  onBeat(): void
}

/** Who is connected to a board. While anyone is, their lines are kept alive. */
export class Crowd {
  readonly #clock: Clock
  readonly #onBeat: () => void
  readonly #listener: CrowdListener
  readonly #connections = new Map<number, Connection>()
  /** How many connections each person has. */
  readonly #people = new Map<PersonId, number>()
  #paced = 0
  #cancelBeat: (() => void) | null = null

  /** `onBeat` runs with every beat, before others hear of it. */
  constructor(clock: Clock, onBeat: () => void, listener: CrowdListener) {
    this.#clock = clock
    this.#onBeat = onBeat
    this.#listener = listener
  }

  get size(): number {
    return this.#connections.size
  }

  /** The connections that set the pace of the room: not more than a few of one person. */
  get paced(): number {
    return this.#paced
  }

  /** Takes a connection in; with the first, the heartbeat begins. */
  add(connection: Connection): void {
    this.#connections.set(connection.id, connection)
    this.#count(connection, 1)
    this.#cancelBeat ??= this.#clock.after(BEAT_MS, () => this.#beat())
  }

  /** The connection of this id, while it is here. */
  get(connectionId: number): Connection | undefined {
    return this.#connections.get(connectionId)
  }

  /** Answers whether the connection was here. */
  remove(connectionId: number): boolean {
    const connection = this.#connections.get(connectionId)
    if (!connection) return false
    this.#connections.delete(connectionId)
    this.#count(connection, -1)
    return true
  }

  /** The connections at this moment, safe to close while they are walked through. */
  all(): Connection[] {
    return [...this.#connections.values()]
  }

  /** The connections of one person at this moment. */
  allOf(personId: PersonId): Connection[] {
    if (!this.#people.has(personId)) return []
    return this.all().filter(({ person }) => person.personId === personId)
  }

  /** Gives a person another name, and tells them. */
  rename(personId: PersonId, name: string): void {
    for (const connection of this.allOf(personId)) {
      connection.person = { ...connection.person, name }
      connection.sendSession({ type: 'name', name })
    }
  }

  /** Says whether there is space here for one more socket of this person; in a full process, makes it where it may. */
  makeWayFor(personId: PersonId): boolean {
    const isFull = this.size >= LIMITS.CONNECTIONS_PER_ROOM || this.hasAllOf(personId)
    return !isFull && this.#listener.makeWayFor(personId)
  }

  /** Whether this person has as many sockets as one may have. */
  hasAllOf(personId: PersonId): boolean {
    return (this.#people.get(personId) ?? 0) >= LIMITS.CONNECTIONS_PER_PERSON
  }

  /** Ends the heartbeat. */
  stop(): void {
    this.#cancelBeat?.()
    this.#cancelBeat = null
  }

  #count(connection: Connection, by: 1 | -1): void {
    const { personId } = connection.person
    const before = this.#people.get(personId) ?? 0
    const now = before + by
    if (now === 0) this.#people.delete(personId)
    else this.#people.set(personId, now)
    const most = LIMITS.TICK_CONNECTIONS_PER_PERSON
    this.#paced += Math.min(now, most) - Math.min(before, most)
    this.#listener.onCount(connection, by)
  }

  #beat(): void {
    this.#cancelBeat = null
    const now = this.#clock.now()
    for (const connection of this.all()) connection.beat(now, LIMITS.HEARTBEAT_MS - BEAT_MS)
    this.#onBeat()
    this.#listener.onBeat()
    if (this.size > 0) this.#cancelBeat = this.#clock.after(BEAT_MS, () => this.#beat())
  }
}
