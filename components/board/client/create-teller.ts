import type { Atom } from '@tldraw/state'
import type { Notice, Tell } from '../board-client'

/** Makes the one source of a board's notices: with two, two notices could share an id and pass for the same one. */
export function createTeller(notice: Atom<Notice | null>): Tell {
  let lastId = 0
  return (told) => {
    lastId += 1
    notice.set({ id: lastId, ...told })
  }
}
