import type { BoardRecord } from '@/lib/board/layout'
import { isFields } from '@/lib/board/is-fields'
import { wantsLessMotion } from '../../wants-less-motion'

/**
 * A picture as the canvas is to know it. Of one that says it moves, the engine draws the first frame anew for each place
 * where it stands, and stands still meanwhile: seconds for a large one. Only who wants less motion is shown that frame.
 */
export function asStillPicture(record: BoardRecord): BoardRecord {
  const { typeName, props } = record
  if (typeName !== 'asset' || !isFields(props) || wantsLessMotion()) return record
  return { ...record, props: { ...props, isAnimated: false, mimeType: null } }
}
