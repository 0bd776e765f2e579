import type { Role } from '@/lib/access/roles'
import type { BoardId, PersonId } from '@/lib/ids'

/** One board as the list of boards knows it. */
export interface StoredBoard {
  readonly id: BoardId
  readonly title: string
  readonly epoch: number
  readonly createdAt: number
  /** When a facilitator deleted it; absent: it stands. A deleted board keeps everything, so that it can come back. */
  readonly deletedAt?: number
}

/** A link that grants a role. Only the hash of its secret is ever stored. */
export interface StoredLink {
  readonly boardId: BoardId
  readonly role: Role
  readonly secretHash: string
  readonly createdAt: number
  /** Unix milliseconds after which the link no longer opens the board; absent: never. */
  readonly expiresAt?: number
}

/** A person on this device. Names are given, never verified. */
export interface StoredPerson {
  readonly id: PersonId
  readonly name: string
  readonly createdAt: number
}

/** What a person may do on one board, and their colour slot there (0-11, given out in turn). */
export interface StoredMembership {
  readonly boardId: BoardId
  readonly personId: PersonId
  readonly role: Role
  readonly colorSlot: number
  readonly joinedAt: number
}

/** A member as a list of a board's people has them. */
export interface ListedMember {
  readonly personId: PersonId
  readonly name: string
  readonly role: Role
  readonly colorSlot: number
  /** When they opened the board last, Unix milliseconds; joining counts as opening. */
  readonly openedAt: number
}

/** How a membership ended: by the person themselves, or by a facilitator. */
export type Departure = 'left' | 'removed'

/** What a board does without when a new epoch begins. */
export interface LeftBehind {
  /** Records that stand on it no more: who changed them is forgotten. */
  readonly gone: readonly string[]
  /** The client ids that wrote in the epoch that ends: whose all others were is forgotten. */
  readonly writers: readonly number[]
}

/** What says whether somebody may be on a board, all as it is at one moment; null where there is none. */
export interface Visit {
  /** Deleted or not. */
  readonly board: StoredBoard | null
  readonly person: StoredPerson | null
  readonly membership: StoredMembership | null
  /** How their membership ended; null while they are a member, and for whoever never was one. */
  readonly departure: Departure | null
}

/** A board as one of its members has it in their list. */
export interface JoinedBoard extends StoredBoard {
  readonly role: Role
  readonly openedAt: number
}

/** The last change somebody made to one record, kept through compaction. */
export interface StoredChange {
  /** `<root>/<id>`, such as `records/shape:a` or `placements/<initiativeId>/<instanceId>`. */
  readonly record: string
  readonly personId: PersonId
  readonly at: number
}

/** What one tick of one room leaves behind: one merged update and who did what. */
export interface UpdateBatch {
  readonly boardId: BoardId
  readonly epoch: number
  readonly at: number
  readonly update: Uint8Array
  readonly changes: readonly StoredChange[]
  /** Yjs client ids seen for the first time, each bound to its person for ever. */
  readonly clientIds: readonly { clientId: number; personId: PersonId }[]
}

/** A board's document as it can be read back: snapshot first, then the log in order. */
export interface LoadedBoard {
  readonly epoch: number
  readonly snapshot: Uint8Array | null
  readonly updates: readonly Uint8Array[]
  /** The sequence number of the last update; 0 where there is none. */
  readonly lastSeq: number
  readonly clientIds: ReadonlyMap<number, PersonId>
}

/** An uploaded image. */
export interface StoredAsset {
  readonly id: string
  readonly boardId: BoardId
  readonly type: string
  readonly bytes: Uint8Array
  /** How many it unfolds to; 0 of one that was kept before this was counted. */
  readonly pixels: number
}

/** How many images one board may hold, and how many bytes and pixels in all. */
export interface AssetRoom {
  readonly count: number
  readonly bytes: number
  readonly pixels: number
}

/** An image and the id of its copy. */
export interface ImageCopy {
  readonly id: string
  readonly copyId: string
}

/** What a board has besides its document from its first moment on. */
export interface Founding {
  /** Its first facilitator. */
  readonly founder?: PersonId
  /** Images of another board to be copied; what is no image of that board is passed over. */
  readonly images?: { readonly from: BoardId; readonly copies: readonly ImageCopy[] }
}

/** How much is kept in all. */
export interface StorageSize {
  /** Deleted ones too. */
  readonly boards: number
  readonly bytes: number
}

/**
 * Where boards are kept. Every promise that resolves has made its write durable: it survives power loss.
 * Every promise that rejects carries an AppError `storage-failed` and has written nothing.
 */
export interface BoardStorage {
  start(): Promise<void>
  /** Waits for writes under way, then releases files. Harmless when called twice. */
  stop(): Promise<void>
  /** Resolves when the storage can write; `/healthz` asks it. */
  check(): Promise<void>
  /** How many boards are kept, and how many bytes everything takes. */
  measure(): Promise<StorageSize>

  /**
   * Creates board, links, the first update (the seeded document) and what else it is founded with, all or nothing. Others
   * write while images are copied: until all are, the board counts as deleted, without links and members.
   */
  createBoard(
    board: StoredBoard,
    links: readonly StoredLink[],
    first: UpdateBatch,
    founding?: Founding,
  ): Promise<void>
  /** Finds a board, deleted or not. */
  findBoard(boardId: BoardId): Promise<StoredBoard | null>
  /** Gives a board another title; nothing happens where there is no such board. */
  renameBoard(boardId: BoardId, title: string): Promise<void>
  /** Marks a board as deleted at this time (Unix milliseconds) or, with null, brings it back. */
  setBoardDeleted(boardId: BoardId, deletedAt: number | null): Promise<void>
  /**
   * Erases, with everything that belongs to it, the board that was deleted first, if that was at this time (Unix
   * milliseconds) or before; answers with its id, or null where there is none.
   */
  eraseDeletedBoard(deletedUntil: number): Promise<BoardId | null>
  findLink(secretHash: string): Promise<StoredLink | null>
  listLinks(boardId: BoardId): Promise<readonly StoredLink[]>
  /** Puts a link in the place of the one its board has for that role, which opens nothing from then on. */
  replaceLink(link: StoredLink): Promise<void>
  /** Sets until when (Unix milliseconds) a board's link for a role opens it; null: without end. */
  setLinkExpiry(boardId: BoardId, role: Role, expiresAt: number | null): Promise<void>

  savePerson(person: StoredPerson): Promise<void>
  findPerson(personId: PersonId): Promise<StoredPerson | null>
  /** Adds the person, or raises their role if the new one is higher; gives the next colour slot on first join. */
  join(boardId: BoardId, personId: PersonId, role: Role, at: number): Promise<StoredMembership>
  /** Sets a role, up or down; null where the person is no member, or where no facilitator would be left. */
  setRole(boardId: BoardId, personId: PersonId, role: Role): Promise<StoredMembership | null>
  findMembership(boardId: BoardId, personId: PersonId): Promise<StoredMembership | null>
  /** Ends a membership. Joining again starts with the role of that link and the colour the person had. */
  leave(boardId: BoardId, personId: PersonId, how: { at: number; departure: Departure }): Promise<void>
  /** Finds in one call what says whether somebody may be on a board. */
  findVisit(boardId: BoardId, personId: PersonId): Promise<Visit>
  /** The members of a board, at most so many, latest opened first. */
  listMembers(boardId: BoardId, most: number): Promise<readonly ListedMember[]>
  /** Remembers when a member opened a board (Unix milliseconds). */
  noteOpened(boardId: BoardId, personId: PersonId, at: number): Promise<void>
  /** The boards a person is a member of, deleted ones too, latest opened first; joining counts as opening. */
  listBoardsOf(personId: PersonId): Promise<readonly JoinedBoard[]>

  /** Appends the batches of one tick, all or nothing, and answers with the sequence number of each. */
  append(batches: readonly UpdateBatch[]): Promise<readonly number[]>
  /**
   * Begins a new epoch of a board with its first update, in one transaction; says whether the document still stood at
   * this epoch and sequence number, else (also where the board is gone) nothing happens. Client ids stay with whom they
   * belong to, and who changed what stays known, but for what is left behind. Of the old epochs the last one stays, until
   * the next begins.
   */
  renewBoard(first: UpdateBatch, from: { epoch: number; seq: number }, left?: LeftBehind): Promise<boolean>
  /** Reads a board's document; null where there is no such board. A damaged snapshot is passed over for an older one. */
  load(boardId: BoardId): Promise<LoadedBoard | null>
  /** How many bytes of updates `load` would read, found out without reading them; 0 for an unknown board. */
  measureDocument(boardId: BoardId): Promise<number>
  /** The sequence number of a board's last update: as long as it stays, so does the document. 0 for an unknown board. */
  lastSeq(boardId: BoardId): Promise<number>
  /**
   * Stores a snapshot that covers the log up to `uptoSeq`, in one transaction with the clean-up: the last 3 snapshots
   * stay, and with them the log after the oldest of the three, so that an older one can stand in for a damaged one.
   */
  saveSnapshot(boardId: BoardId, epoch: number, uptoSeq: number, bytes: Uint8Array): Promise<void>
  /** The last change of each record, newest first. */
  listChanges(boardId: BoardId): Promise<readonly StoredChange[]>
  /** The same for one record and those whose name goes on from it after a slash. */
  listChangesOf(boardId: BoardId, record: string): Promise<readonly StoredChange[]>

  /**
   * Keeps an image if all images of its board, with it, fit into `room`; says whether they do. One that is there
   * already stays as it is.
   */
  saveAsset(asset: StoredAsset, at: number, room: AssetRoom): Promise<boolean>
  findAsset(assetId: string): Promise<StoredAsset | null>
  /** How many bytes all images of a board have. */
  measureImages(boardId: BoardId): Promise<number>
}
