import type { BoardView } from '../../board/board-client'

/** The names the board knows already, each once, the most used first; teams of its maps too. */
export function knownNames(
  view: Pick<BoardView, 'initiatives' | 'initiative' | 'teams'>,
  kind: 'team' | 'owner',
): readonly string[] {
  const uses = new Map<string, number>()
  if (kind === 'team') for (const { name } of view.teams.get()) if (name) uses.set(name, 0)
  for (const id of view.initiatives.get()) {
    const name = view.initiative(id).get()?.[kind]
    if (name) uses.set(name, (uses.get(name) ?? 0) + 1)
  }
  const names = [...uses].sort(([one, used], [other, usedToo]) => usedToo - used || one.localeCompare(other))
  return names.map(([name]) => name)
}
