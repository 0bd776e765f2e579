import type { BoardView } from '../../board/board-client'

/** The names the board knows already, each once, the most used first. */
export function knownNames(
  view: Pick<BoardView, 'initiatives' | 'initiative'>,
  kind: 'team' | 'owner',
): readonly string[] {
  const uses = new Map<string, number>()
  for (const id of view.initiatives.get()) {
    const name = view.initiative(id).get()?.[kind]
    if (name) uses.set(name, (uses.get(name) ?? 0) + 1)
  }
  const names = [...uses].sort(([one, used], [other, usedToo]) => usedToo - used || one.localeCompare(other))
  return names.map(([name]) => name)
}
