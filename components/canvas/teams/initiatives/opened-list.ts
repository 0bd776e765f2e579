import type { TeamId } from '@/lib/ids'
import { atomPerEditor } from '../../atom-per-editor'

/** The list of a team's work, and the point of the window (px) it hangs at. */
export interface OpenedList {
  readonly teamId: TeamId
  readonly at: { readonly x: number; readonly y: number }
}

/** The list that was opened on a team of this editor; null while none is. */
export const openedList = atomPerEditor<OpenedList | null>('opened list', null)
