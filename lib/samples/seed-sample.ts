import type { InitiativeId } from '../ids'
import { placementKey, type BoardDocument } from '../board/layout'
import { addInitiatives } from '../board/operations/initiatives'
import { addInstance } from '../board/operations/instances'
import { setPlacements } from '../board/operations/placements'
import { SERVER_PERSON, type Author } from '../board/step'
import type { Sample, SampleInitiative } from './sample'

/** Puts a sample on a board that was seeded with the sample's first template. `now` is in Unix milliseconds. */
export function seedSample(board: BoardDocument, sample: Sample, now: number): void {
  const author: Author = { personId: SERVER_PERSON, now, origin: 'server' }
  const [first, ...others] = sample.templates
  for (const template of others) addInstance(board, author, template)
  addInitiatives(
    board,
    author,
    sample.initiatives.map((initiative) => {
      const { key, title, team, effort } = initiative
      return { id: idOf(initiative), externalKey: key, title, team, effort }
    }),
  )
  setPlacements(
    board,
    author,
    sample.initiatives.flatMap((initiative) => {
      if (!initiative.on) return []
      const { curve, x } = initiative.on
      const placement = { target: `curve:${curve}`, x, dx: 0, dy: 0 }
      return [{ key: placementKey(idOf(initiative), first.id), placement }]
    }),
  )
}

function idOf({ key }: SampleInitiative): InitiativeId {
  return `sample-${key.toLowerCase()}` as InitiativeId
}
