import type { PersonId } from '@/lib/ids'
import { LIMITS } from '@/lib/sync/limits'
import type { BoardPerson } from '../board-person'
import type { ClaimsOnBoard } from './claimed-ids'
import { CursorPace, type CursorIntervals } from './cursor-pace'
import { IdAllowance } from '../guard/id-allowance'
import { withinOpenTexts } from './open-texts'
import { encodePresence, parsePresence, type PresenceEntry } from './presence-frames'
import { parsePresenceState, stillOf, type PresenceState } from './presence-state'
import { WeightPace } from './weight-pace'

const GONE = 'null'
/** About as much is told of whose a state is, beside the name. */
const USER_CHARACTERS = 120
/** Longer than a reader may lag: whoever catches up is still told who left meanwhile. */
const GONE_REMEMBERED_MS = 2 * LIMITS.LAGGING_CUTOFF_MS

/** The connection presence comes from. */
export interface PresenceSource {
  readonly id: number
  readonly person: BoardPerson
}

/** What of a state was told last, but for where cursor and camera are, and when. */
interface Told {
  readonly still: string
  readonly at: number
}

interface Present {
  clock: number
  state: PresenceState
  source: PresenceSource
  readonly told: Told | null
}

interface Gone {
  readonly clock: number
  readonly at: number
  readonly told: Told | null
}

/** A change that the others have not heard of yet. */
interface Untold {
  readonly connectionId: number
  /** Nothing but cursor or camera moved: it may wait where many move. */
  readonly isMovement: boolean
  /** So much time has to be between two tellings of as much as this. */
  readonly apartMs: number
}

/** To whom client ids belong by what they wrote, and for whom those first seen in presence are kept. */
export interface DocumentOwners {
  ownerOf(clientId: number): PersonId | undefined
  reserve(clientId: number, personId: PersonId): void
}

/** What came of a presence message: whether it said anything of its sender, and what no honest client would send. */
export interface PresenceOutcome {
  readonly isOwn: boolean
  readonly violations: number
}

/** One frame of presence; `only` is the one connection it came from, which need not hear it. */
interface PresenceNews {
  readonly frame: Uint8Array
  readonly only: number | null
}

/** Who is present, and how that is told. Who somebody is comes from membership, never from what a client says. */
export class PresenceBoard {
  readonly #present = new Map<number, Present>()
  /** The person each client id belongs to, for as long as the room lives: late copies must not bring ghosts back. */
  readonly #owners = new Map<number, PersonId>()
  readonly #claims = new Map<number, number>()
  readonly #idsLeft = new IdAllowance()
  readonly #gone = new Map<number, Gone>()
  readonly #pace = new CursorPace()
  readonly #weights = new WeightPace()
  readonly #untold = new Map<number, Untold>()
  readonly #document: DocumentOwners
  readonly #claimed: ClaimsOnBoard

  /** `claimed` says who was present here first before, and hears who is. */
  constructor(document: DocumentOwners, claimed: ClaimsOnBoard) {
    this.#document = document
    this.#claimed = claimed
    for (const [clientId, personId] of claimed.all()) document.reserve(clientId, personId)
  }

  /** Takes a client's message; null where it is no awareness update. Other people's entries are passed over. */
  receive(source: PresenceSource, update: Uint8Array, now: number): PresenceOutcome | null {
    const entries = parsePresence(update, (clientId) => this.#mayBe(clientId, source))
    if (!entries) return null
    let violations = 0
    let isOwn = false
    for (const entry of entries) {
      const taken = this.#take(source, entry, now)
      if (taken === 'bad') violations++
      if (taken !== 'stale') isOwn = true
    }
    return { isOwn, violations }
  }

  /** The client id by which this connection is present, or null. */
  clientIdOf(connectionId: number): number | null {
    for (const [clientId, { source }] of this.#present) if (source.id === connectionId) return clientId
    return null
  }

  /** Whether somebody who is not away has a text open to type in. */
  isAnybodyTyping(): boolean {
    return [...this.#present.values()].some(({ state }) => Boolean(state.editing) && !state.idle)
  }

  /** Somebody wrote under this client id: whoever else is present under it is so no more. */
  giveUp(clientId: number, writer: PersonId, now: number): void {
    if (this.#claimed.ownerOf(clientId) !== writer) this.#claimed.forget(clientId)
    if (this.#owners.get(clientId) === writer) return
    this.#owners.delete(clientId)
    this.#remove(clientId, now)
  }

  /** The connection is gone, and with it whoever was present by it. */
  leave(connectionId: number, now: number): void {
    this.#claims.delete(connectionId)
    for (const [clientId, { source }] of [...this.#present]) {
      if (source.id === connectionId) this.#remove(clientId, now)
    }
  }

  /**
   * What is to be told now, as one frame; `only` is set where all of it came from one connection. Where many move, or
   * say much, some of it is held back until later; its latest state is always told in the end.
   */
  flush(now: number, isInHand: (connectionId: number) => boolean): PresenceNews | null {
    const pace = { ...this.#pace.intervals(now), now }
    const due = [...this.#untold].filter(([id]) => this.#dueAt(id, isInHand, pace) <= now)
    if (due.length === 0) return null
    const connections = new Set(due.map(([, { connectionId }]) => connectionId))
    const [first] = connections
    const frame = encodePresence(due.flatMap(([clientId]) => this.#entryOf(clientId)))
    for (const [clientId] of due) this.#markTold(clientId, now)
    return { frame, only: connections.size === 1 ? (first ?? null) : null }
  }

  /** When something that is held back is due (clock ms); null where nothing is. */
  nextDueAt(now: number, isInHand: (connectionId: number) => boolean): number | null {
    if (this.#untold.size === 0) return null
    const pace = { ...this.#pace.intervals(now), now }
    return Math.min(...[...this.#untold.keys()].map((id) => this.#dueAt(id, isInHand, pace)))
  }

  /** Holds back no longer what this connection said: its hand takes something or lets go. */
  hasten(connectionId: number): void {
    for (const [clientId, untold] of this.#untold) {
      if (untold.connectionId === connectionId) this.#untold.set(clientId, { ...untold, isMovement: false })
    }
  }

  /** Everybody present, as one frame, and who left since then; null where there is nothing to tell. */
  snapshot(since = Infinity): Uint8Array | null {
    const left = [...this.#gone].filter(([, { at }]) => at >= since).map(([clientId]) => clientId)
    const entries = [...this.#present.keys(), ...left].flatMap((clientId) => this.#entryOf(clientId))
    return entries.length === 0 ? null : encodePresence(entries)
  }

  #mayBe(clientId: number, { person }: PresenceSource): boolean {
    const owner =
      this.#document.ownerOf(clientId) ?? this.#owners.get(clientId) ?? this.#claimed.ownerOf(clientId)
    return owner === undefined || owner === person.personId
  }

  #take(source: PresenceSource, entry: PresenceEntry, now: number): 'taken' | 'stale' | 'bad' {
    const known = this.#present.get(entry.clientId)
    if (!known && entry.json === GONE) return 'stale'
    if (known && !this.#isNews(known, source, entry)) return 'stale'
    if (entry.json === GONE) {
      if (known) known.clock = entry.clock
      this.#remove(entry.clientId, now)
      return 'taken'
    }
    // Known ids are passed over without a word: a plain client sends back what it hears of its person's other tabs.
    if (known?.source.id !== source.id && this.#isPresentUnderMost(source)) return 'stale'
    const state = parsePresenceState(entry.json)
    if (!state || !this.#claim(entry.clientId, source, now)) return 'bad'
    this.#keep(entry, { source, state: withinOpenTexts({ state, source }, this.#besides(entry)), now })
    return 'taken'
  }

  *#besides({ clientId }: PresenceEntry): Generator<Present> {
    for (const [id, present] of this.#present) if (id !== clientId) yield present
  }

  #isPresentUnderMost({ id }: PresenceSource): boolean {
    let count = 0
    for (const { source } of this.#present.values()) if (source.id === id) count++
    return count >= LIMITS.CLIENT_IDS_PER_CONNECTION
  }

  /** Whoever goes and comes again is told of no sooner than if they had stayed. */
  #toldOf(clientId: number, source: PresenceSource): Told | null {
    const known = this.#present.get(clientId)
    if (known) return known.source.id === source.id ? known.told : null
    const told = this.#gone.get(clientId)?.told
    return told ? { ...told, still: '' } : null
  }

  #keep(
    { clientId, clock, json }: PresenceEntry,
    { source, state, now }: Pick<Present, 'source' | 'state'> & { now: number },
  ): void {
    const told = this.#toldOf(clientId, source)
    const characters = json.length + USER_CHARACTERS + source.person.name.length
    const apartMs = this.#weights.note(clientId, characters, now)
    const isMovement = told?.still === stillOf(state) && this.#untold.get(clientId)?.isMovement !== false
    if (isMovement) this.#pace.note(clientId, now)
    this.#present.set(clientId, { clock, state, source, told })
    this.#gone.delete(clientId)
    this.#untold.set(clientId, { connectionId: source.id, isMovement, apartMs })
  }

  #dueAt(
    clientId: number,
    isInHand: (connectionId: number) => boolean,
    { freeMs, inHandMs, now }: CursorIntervals & { readonly now: number },
  ): number {
    const untold = this.#untold.get(clientId)
    const told = this.#present.get(clientId)?.told
    // What was told before the clock was set back says nothing of when.
    if (!untold || !told || told.at > now) return -Infinity
    const movementMs = isInHand(untold.connectionId) ? inHandMs : freeMs
    return told.at + Math.max(untold.apartMs, untold.isMovement ? movementMs : 0)
  }

  #markTold(clientId: number, now: number): void {
    this.#untold.delete(clientId)
    const present = this.#present.get(clientId)
    if (present) this.#present.set(clientId, { ...present, told: { still: stillOf(present.state), at: now } })
  }

  /** Keeps an id for its first user; one connection may claim only a few. */
  #claim(clientId: number, { id, person }: PresenceSource, now: number): boolean {
    if (this.#owners.has(clientId)) return true
    const claims = (this.#claims.get(id) ?? 0) + 1
    if (claims > LIMITS.CLIENT_IDS_PER_CONNECTION || this.#idsLeft.left(person.personId, now) < 1)
      return false
    this.#claims.set(id, claims)
    this.#idsLeft.spend(person.personId, 1, now)
    this.#owners.set(clientId, person.personId)
    this.#claimed.keep(clientId, person.personId)
    this.#document.reserve(clientId, person.personId)
    return true
  }

  /**
   * A connection's own entry has to move its clock on. Somebody's newer socket takes over from an older, half-open one;
   * but a plain client also sends back what it hears of its person's other tab, which is no take-over.
   */
  #isNews(known: Present, source: PresenceSource, { clock, json }: PresenceEntry): boolean {
    if (known.source.id === source.id) return clock > known.clock || (clock === known.clock && json === GONE)
    if (json === GONE || source.id < known.source.id) return false
    return clock > known.clock || (clock === known.clock && this.clientIdOf(source.id) === null)
  }

  #remove(clientId: number, now: number): void {
    const present = this.#present.get(clientId)
    if (!present) return
    this.#present.delete(clientId)
    for (const [id, { at }] of this.#gone) if (now - at > GONE_REMEMBERED_MS) this.#gone.delete(id)
    this.#gone.set(clientId, { clock: present.clock, at: now, told: present.told })
    this.#untold.set(clientId, { connectionId: present.source.id, isMovement: false, apartMs: 0 })
  }

  #entryOf(clientId: number): PresenceEntry[] {
    const present = this.#present.get(clientId)
    const gone = this.#gone.get(clientId)
    if (!present) return gone ? [{ clientId, clock: gone.clock, json: GONE }] : []
    const { personId, name, colorSlot, role } = present.source.person
    const state = withinOpenTexts(present, [])
    const json = JSON.stringify({ ...state, user: { personId, name, colorSlot, role } })
    return [{ clientId, clock: present.clock, json }]
  }
}
