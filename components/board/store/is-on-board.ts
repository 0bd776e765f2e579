import type { BoardDocument } from '@/lib/board/layout'
import { isDerivedId } from '@/lib/board/limits/record-limits'

/**
 * Says whether a shape of the canvas is in the document, or shows what is. What is only just being made is not, and its
 * id is told to nobody: whoever knew it could make something else under it first, and it would be lost.
 */
export function isOnBoard({ records }: Pick<BoardDocument, 'records'>, id: string): boolean {
  return isDerivedId(id) || records.has(id)
}
