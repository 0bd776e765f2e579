import type { BoardId } from '@/lib/ids'
import type { ImageCopy } from '../../board-storage'
import type { QueryRunner } from '../query-runner'
import { IMAGES_AT_ONCE } from './images-at-once'

/** Fewer where they are large. */
const BYTES_AT_ONCE = 4 * 1024 * 1024

const COPY_IMAGE = `
  INSERT INTO assets (id, board_id, type, bytes, created_at, pixels)
  SELECT :copyId, :boardId, type, bytes, :at, pixels FROM assets WHERE id = :id AND board_id = :from
  RETURNING length(bytes) AS bytes`

/** Copies the next images of one board for another and takes them off the list; it knows nothing of transactions. */
export function copyNextImages(
  { prepare }: QueryRunner,
  { boardId, at }: { readonly boardId: BoardId; readonly at: number },
  { from, copies }: { readonly from: BoardId; readonly copies: ImageCopy[] },
): void {
  const copy = prepare(COPY_IMAGE)
  let bytes = 0
  for (let count = 0; count < IMAGES_AT_ONCE && bytes < BYTES_AT_ONCE; count++) {
    const next = copies.shift()
    if (!next) return
    const { id, copyId } = next
    const copied = copy.get({ id, copyId, boardId, from, at }) as { bytes: number } | undefined
    bytes += copied?.bytes ?? 0
  }
}
