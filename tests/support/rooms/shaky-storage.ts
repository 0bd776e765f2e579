import { AppError } from '@/lib/errors'
import type { BoardStorage } from '@/server/storage/board-storage'

/** A storage whose disk the test can fill, stop and break. */
export interface ShakyStorage extends BoardStorage {
  /** While set, writes are refused. */
  isFull: boolean
  /** While set, boards cannot be loaded. */
  isUnreadable: boolean
  /** While set, writes wait until `letGo`. */
  isSlow: boolean
  loads: number
  letGo(): void
}

export function shake(storage: BoardStorage): ShakyStorage {
  let waiting: (() => void)[] = []
  const shaky: ShakyStorage = {
    ...storage,
    isFull: false,
    isUnreadable: false,
    isSlow: false,
    loads: 0,
    letGo() {
      for (const go of waiting.splice(0)) go()
    },
    async append(batches) {
      if (shaky.isSlow) await new Promise<void>((resolve) => (waiting = [...waiting, resolve]))
      if (shaky.isFull) throw new AppError('storage-failed', 'the disk is full')
      return storage.append(batches)
    },
    async renewBoard(...given) {
      if (shaky.isFull) throw new AppError('storage-failed', 'the disk is full')
      return storage.renewBoard(...given)
    },
    async load(boardId) {
      shaky.loads++
      if (shaky.isUnreadable) throw new AppError('storage-failed', 'the disk cannot be read')
      return storage.load(boardId)
    },
  }
  return shaky
}
