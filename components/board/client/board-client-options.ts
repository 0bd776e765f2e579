import type { BoardId, RandomBytes } from '@/lib/ids'
import type { Me } from '../board-client'
import type { OfflineStorage } from '../offline/storage/offline-storage'
import type { Renewal } from '../offline/renewal'
import type { Clock } from '../sync/clock'
import type { Drafts } from '../text/drafts'

/** What a board is opened with. The last six are for where there is no browser. */
export interface BoardClientOptions {
  readonly boardId: BoardId
  readonly title: string
  readonly me: Me
  readonly epoch: number
  /** The server's address, as `https://host`. */
  readonly origin: string
  /** Unix milliseconds. */
  readonly now: () => number
  readonly random: RandomBytes
  /** Where rooms are, without the board; follows from `origin` where it is not given. */
  readonly socketUrl?: string
  readonly clock?: Clock
  readonly WebSocketClass?: typeof WebSocket
  /** What this browser keeps; without it, nothing outlives the page. */
  readonly offline?: OfflineStorage
  /** How a fresh document takes the place of this one; without it, the page has to be loaded again. */
  readonly renewal?: Renewal
  /** What was being typed as the document before was given up; without it, nothing was. */
  readonly drafts?: Drafts
}
