import { atom, type Atom, type Editor } from 'tldraw'
import type { TeamId } from '@/lib/ids'

/** The list of a team's work, and the point of the window (px) it hangs at. */
export interface OpenedList {
  readonly teamId: TeamId
  readonly at: { readonly x: number; readonly y: number }
}

const lists = new WeakMap<Editor, Atom<OpenedList | null>>()

/** The list that was opened on a team of this editor; null while none is. */
export function openedList(editor: Editor): Atom<OpenedList | null> {
  let found = lists.get(editor)
  if (!found) {
    found = atom<OpenedList | null>('opened list', null)
    lists.set(editor, found)
  }
  return found
}
