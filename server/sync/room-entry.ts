import type { BoardId } from '@/lib/ids'
import type { Room } from './room'

/** One board being loaded or live, and what keeps it in memory. */
export interface Entry {
  readonly boardId: BoardId
  readonly loading: Promise<Room>
  room: Room | null
  /** Calls that use the room at this moment. */
  users: number
  /**
   * Whether anybody connected or wrote, or loading it took long: another room that was only read is not kept in case
   * they come back.
   */
  isWorthKeeping: boolean
  isUnloading: boolean
  /** A snapshot of it is being written. */
  isCompacting: boolean
  cancelGrace: (() => void) | null
}

/** A board that begins to be loaded; nobody uses it yet. */
export function createEntry(boardId: BoardId, loading: Promise<Room>): Entry {
  return {
    boardId,
    loading,
    room: null,
    users: 0,
    isWorthKeeping: false,
    isUnloading: false,
    isCompacting: false,
    cancelGrace: null,
  }
}

/** Whether somebody is on it, or is about to be. */
export function isInUse({ users, room }: Entry): boolean {
  return users > 0 || !room || room.connectionCount > 0
}
