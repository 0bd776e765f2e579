import type { BoardDocument } from '@/lib/board/layout'
import { addInitiatives } from '@/lib/board/operations/initiatives'
import { editText } from '@/lib/board/operations/texts'
import { listInitiatives } from '@/lib/board/read'
import type { Author } from '@/lib/board/step'
import type { InitiativeId, PersonId } from '@/lib/ids'

/** The author that the person of this name is, as a client of theirs writes it. */
export function authorOf(name: string, now = Date.now()): Author {
  return { personId: `person-${name}` as PersonId, now, origin: 'person' }
}

/** Adds an initiative with this id and title in the name of a person. */
export function addTitled(board: BoardDocument, name: string, title: string, now = Date.now()): void {
  addInitiatives(board, authorOf(name, now), [{ id: idOf(title), title }])
}

/** Types at the beginning of an initiative's title. */
export function typeInTitle(board: BoardDocument, name: string, title: string, insert: string): void {
  const address = { root: 'initiatives', id: idOf(title), field: 'title', at: 0, remove: 0, insert } as const
  editText(board, authorOf(name), address)
}

/** The id that `addTitled` gives. */
export function idOf(title: string): InitiativeId {
  return `initiative-${title.replace(/\W/g, '-')}` as InitiativeId
}

/** The titles on a board, in alphabetical order. */
export function titlesOn(board: BoardDocument): string[] {
  return listInitiatives(board)
    .map(({ title }) => title)
    .sort()
}
