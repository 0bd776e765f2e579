import { isRoomFor } from './asset-room'
import type { BoardId, PersonId } from '@/lib/ids'
import type {
  AssetRoom,
  BoardStorage,
  Departure,
  Founding,
  StorageSize,
  StoredAsset,
  StoredBoard,
  StoredLink,
  StoredMembership,
  StoredPerson,
  Visit,
} from './board-storage'
import type { MemoryDocument } from './memory-document'
import { storageFailed } from './storage-failed'

/** A membership as it is kept, also after it ended. */
export interface Member extends StoredMembership {
  readonly openedAt?: number
  /** No member any more, and how that came; their colour stays theirs. */
  readonly departure?: Departure
}

/** A board with its people and its document. */
export interface KeptBoard {
  readonly board: StoredBoard
  readonly members: Map<PersonId, Member>
  readonly document: MemoryDocument
}

/** Everything that is kept. Each call reads or changes it in one go, so every call is a transaction. */
export class Memory {
  readonly boards = new Map<BoardId, KeptBoard>()
  readonly links = new Map<string, StoredLink>()
  readonly people = new Map<PersonId, StoredPerson>()
  readonly assets = new Map<string, StoredAsset>()

  /** The links of a board, oldest first. */
  linksOf(boardId: BoardId): StoredLink[] {
    const links = [...this.links.values()].filter((link) => link.boardId === boardId)
    return links.sort((one, other) => one.createdAt - other.createdAt)
  }

  /** Whether all images of a board, with this one, fit into its room. */
  imagesFit({ boardId, bytes, pixels }: StoredAsset, room: AssetRoom): boolean {
    const images = this.#imagesOf(boardId)
    const held = {
      count: images.length,
      bytes: this.bytesOfImages(boardId),
      pixels: images.reduce((sum, image) => sum + image.pixels, 0),
    }
    return isRoomFor({ bytes: bytes.length, pixels }, held, room)
  }

  bytesOfImages(boardId: BoardId): number {
    return this.#imagesOf(boardId).reduce((sum, { bytes }) => sum + bytes.length, 0)
  }

  #imagesOf(boardId: BoardId): StoredAsset[] {
    return [...this.assets.values()].filter((asset) => asset.boardId === boardId)
  }

  /** Copies of images of one board for another, not yet kept; what is no image of the first is left out. */
  copyImages(boardId: BoardId, { from, copies }: NonNullable<Founding['images']>): StoredAsset[] {
    return copies.flatMap(({ id, copyId }) => {
      const image = this.assets.get(id)
      if (image?.boardId !== from) return []
      if (this.assets.has(copyId)) throw storageFailed(`Image ${copyId} is there already.`)
      return [{ ...image, id: copyId, boardId }]
    })
  }

  /** What is known of somebody who comes to a board. */
  visit(boardId: BoardId, personId: PersonId): Visit {
    const kept = this.boards.get(boardId)
    const member = kept?.members.get(personId)
    return {
      board: kept?.board ?? null,
      person: this.people.get(personId) ?? null,
      membership: member && !member.departure ? toMembership(member) : null,
      departure: member?.departure ?? null,
    }
  }

  /** How many boards there are and how many bytes they hold. */
  measure(): StorageSize {
    const images = [...this.assets.values()].reduce((sum, { bytes }) => sum + bytes.length, 0)
    const documents = [...this.boards.values()].reduce((sum, { document }) => sum + document.sizeBytes, 0)
    return { boards: this.boards.size, bytes: images + documents }
  }

  /** The board and all that belongs to it; refuses an id that is none. */
  board(boardId: BoardId): KeptBoard {
    const kept = this.boards.get(boardId)
    if (!kept) throw storageFailed(`There is no board ${boardId}.`)
    return kept
  }
}

/** Calls of the port, answered at once, failing by throwing. */
export type Calls<Name extends keyof BoardStorage> = {
  [Call in Name]: (...given: Parameters<BoardStorage[Call]>) => Awaited<ReturnType<BoardStorage[Call]>>
}

/** A membership without what is kept beside it. */
export function toMembership({ boardId, personId, role, colorSlot, joinedAt }: Member): StoredMembership {
  return { boardId, personId, role, colorSlot, joinedAt }
}
