import type { Content } from './content'

/** How somebody comes to a board. */
export interface Entry {
  /** Observers keep up with the board; `until-synced` people only write once they have it; `nothing` counts bytes. */
  readonly takes: 'everything' | 'until-synced' | 'nothing'
  /** What this person puts on a board that has nothing yet. */
  readonly brings?: Content
  /** Takes nothing off the line from the moment it is open. */
  readonly stalls?: true
}

/** What an observer hears of the others; frames are numbered by their sender. */
export interface Hearing {
  /** A card stands where this frame put it. */
  onCard?: (card: number, frame: number) => void
  /** A hand moves a card that is not written yet. */
  onDrag?: (card: number, frame: number) => void
  onPointer?: (person: number, frame: number) => void
  /** Somebody is not there any more. */
  onGone?: (person: number) => void
  /** Everything as it came, once it was taken in. */
  onMessage?: (bytes: Buffer) => void
  /** A note holds this many characters, the first of them this. */
  onNote?: (note: number, mark: string) => void
}

/** One person on a measured server, whatever it speaks. */
export interface Participant {
  readonly hearing: Hearing
  readonly isSynced: boolean
  readonly closedWith: number | null
  readonly receivedBytes: number
  /** How many messages came in that no client could read. */
  readonly unreadable: number
  /** When the message that is being read came in. */
  readonly arrivedAt: number
  /** How long each message took to be called safe; empty where the server never says so. */
  readonly ackMs: number[]
  readonly sent: number
  readonly acked: number
  /** Writes where a card stands. */
  move(card: number, frame: number): void
  /** Writes so many frames of several cards, and text, as one message; the last frame of each card stays. */
  work(frames: readonly (readonly [card: number, frame: number])[], typed: Typed): void
  /** Shows a card in the hand without writing it; false where the server knows nothing like it. */
  drag(card: number, frame: number): boolean
  point(frame: number): void
  /** Writes a long text over a note. */
  write(note: number, mark: string, characters: number): void
  /** The last frame that put this card where it stands in this person's copy; -1 where there is none. */
  frameOf(card: number): number
  /** What a shape lies in, in this person's copy; null where it is not there. */
  parentOf(shape: string): string | null
  /** False where the server knows nothing like what would be attacked. */
  attack(attack: Attack): boolean
  pause(): void
  resume(): void
  stop(): void
}

export interface Typed {
  readonly card: number
  readonly text: string
}

/** What somebody does to the others over a line of their own. */
export const ATTACKS = [
  'garbage',
  'cut-off',
  'oversize',
  'flood',
  'invalid-record',
  'deep-nesting',
  'cycle',
  'template',
  'foreign-id',
  'forged-pointer',
  'forged-name',
  'forged-removal',
  'tiny-structs',
  'deleted-ranges',
] as const

export interface Attack {
  readonly kind: (typeof ATTACKS)[number]
  /** In whose name something is forged. */
  readonly victim: Participant
}

/** A place at a board, kept between connections. */
export interface Seat {
  open(entry: Entry): Participant
}

/** A board on a measured server. */
export interface BenchRoom {
  seat(person: number, role?: 'editor' | 'viewer'): Promise<Seat>
  /** A place for whoever has one ticket and comes with it every time, where there are tickets. */
  seatByTicket?(person: number): Promise<Seat>
  /** Has the board begin a new epoch when the server is started next, where there are epochs. It must not run. */
  outdate?(): Promise<void>
}
