import type { BoardRecord, Json } from '@/lib/board/layout'
import { PAGE_ID } from '@/lib/board/seed'

/** What tells one derived shape from another; `isLocked` unless it says otherwise. */
interface DerivedShape {
  readonly id: string
  readonly type: string
  readonly index: string
  readonly x: number
  readonly y: number
  readonly rotation?: number
  readonly isLocked?: boolean
}

/** A derived shape as a record of the canvas, standing on the page. */
export function shapeRecord(
  shape: DerivedShape,
  props: Record<string, Json>,
  meta: Record<string, Json>,
): BoardRecord {
  const { isLocked = true, rotation = 0, ...rest } = shape
  return { typeName: 'shape', ...rest, rotation, isLocked, opacity: 1, parentId: PAGE_ID, props, meta }
}
