import { can } from '@/lib/access/roles'
import type { PersonId } from '@/lib/ids'
import { LIMITS } from '@/lib/sync/limits'
import type { BoardPerson } from '../board-person'
import type { Clock } from '../clock'
import type { Connection } from '../connection'
import { findLastJoined } from './find-last-joined'
import { findSpare } from './find-spare'

/** Looked at this often, a line is silent for no longer than the heartbeat allows. */
export const BEAT_MS = LIMITS.HEARTBEAT_MS / 5

type Newcomer = Pick<BoardPerson, 'personId' | 'role' | 'joinedAt'>

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
  /** Those of each person, the newest last. */
  readonly #people = new Map<PersonId, Set<Connection>>()
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
    return [...(this.#people.get(personId) ?? [])]
  }

  /** Gives a person another name, and tells them. */
  rename(personId: PersonId, name: string): void {
    for (const connection of this.allOf(personId)) {
      connection.person = { ...connection.person, name }
      connection.sendSession({ type: 'name', name })
    }
  }

  /**
   * Says whether there is space for one more socket of this person. On a full board, or in a full process, whoever has
   * far more than they gives up their newest for it, and on a full board whoever joined it before others, or comes to
   * manage it, finds a place in any case: with one link, anybody may fill it with people they made up.
   */
  makeWayFor(person: Newcomer): boolean {
    const { personId } = person
    if (this.hasAllOf(personId)) return false
    const spare = this.#isFull ? this.#findSpareFor(person) : null
    if (spare === undefined || !this.#listener.makeWayFor(personId)) return false
    if (this.#isFull) spare?.end('overloaded')
    return true
  }

  /** Whether this person has as many sockets as one may have. */
  hasAllOf(personId: PersonId): boolean {
    return this.#countOf(personId) >= LIMITS.CONNECTIONS_PER_PERSON
  }

  /** Ends the heartbeat. */
  stop(): void {
    this.#cancelBeat?.()
    this.#cancelBeat = null
  }

  #count(connection: Connection, by: 1 | -1): void {
    const { personId } = connection.person
    const own = this.#people.get(personId) ?? new Set()
    const before = own.size
    if (by === 1) this.#people.set(personId, own.add(connection))
    else own.delete(connection)
    if (own.size === 0) this.#people.delete(personId)
    const most = LIMITS.TICK_CONNECTIONS_PER_PERSON
    this.#paced += Math.min(own.size, most) - Math.min(before, most)
    this.#listener.onCount(connection, by)
  }

  get #isFull(): boolean {
    return this.size >= LIMITS.CONNECTIONS_PER_ROOM
  }

  #findSpareFor(person: Newcomer): Connection | undefined {
    const many = this.#countOf(person.personId) + 1
    const spare = findSpare(this.#people.values(), many)
    if (spare) return spare
    if (can(person.role, 'manage')) return this.#findLastWithout('edit') ?? this.#findLastWithout('manage')
    // Whoever was first would otherwise push out a person with each window they open.
    return many <= LIMITS.SOCKETS_KEPT_OF_PERSON ? this.#findLaterThan(person) : undefined
  }

  #findLastWithout(action: 'edit' | 'manage'): Connection | undefined {
    return findLastJoined(this.all().filter(({ person }) => !can(person.role, action)))
  }

  /** Never of somebody who was here as early: who is pushed out pushes out nobody who pushed them. */
  #findLaterThan({ joinedAt }: Newcomer): Connection | undefined {
    const last = this.#findLastWithout('manage')
    return last && last.person.joinedAt > joinedAt ? last : undefined
  }

  #countOf(personId: PersonId): number {
    return this.#people.get(personId)?.size ?? 0
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
