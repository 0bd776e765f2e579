import type { InitiativeId, InteractionId, TeamId } from '../ids'
import { placementKey, teamTarget, type BoardDocument, type Placement } from '../board/layout'
import { assignTeam } from '../board/operations/assign'
import { addInitiatives } from '../board/operations/initiatives'
import { addInstance } from '../board/operations/instances'
import { addInteraction } from '../board/operations/interactions'
import { setPlacements } from '../board/operations/placements'
import { addTeam } from '../board/operations/teams'
import { listStandingTeams } from '../board/places/teams/standing-teams'
import { SERVER_PERSON, type Author } from '../board/step'
import { offsetBetween, quarterTurnTowards } from '../teams/interaction-geometry'
import { interactionModeOf } from '../teams/interaction-modes'
import type { Sample, SampleInitiative } from './sample'

type SampleMap = NonNullable<Sample['map']>

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
  if (sample.map) seedMap(board, author, { map: sample.map, initiatives: sample.initiatives })
}

function seedMap(
  board: BoardDocument,
  author: Author,
  { map, initiatives }: { map: SampleMap; initiatives: readonly SampleInitiative[] },
): void {
  const { instanceId } = map
  for (const { name, type, box } of map.teams) {
    const at = { dx: box.x, dy: box.y, w: box.w, h: box.h }
    addTeam(board, author, { id: teamIdOf(name), name, type, instanceId, at })
  }
  for (const interaction of map.interactions) seedInteraction(board, author, { map, interaction })
  const names = new Set(map.teams.map(({ name }) => name))
  for (const initiative of initiatives) {
    if (!initiative.carried || !names.has(initiative.team)) continue
    const [id, teamId] = [idOf(initiative), teamIdOf(initiative.team)]
    const placement: Placement = { target: teamTarget(teamId), dx: 0, dy: 0 }
    setPlacements(board, author, [{ key: placementKey(id, instanceId), placement }])
    assignTeam(board, author, { id, teamId })
  }
}

function seedInteraction(
  board: BoardDocument,
  author: Author,
  { map, interaction }: { map: SampleMap; interaction: SampleMap['interactions'][number] },
): void {
  const { mode, teams, centre } = interaction
  const standing = listStandingTeams(board).filter(({ instance }) => instance.id === map.instanceId)
  const [from, to] = teams.map((name) => standing.find(({ team }) => team.name === name))
  if (!from || !to) return
  const { w, h } = interactionModeOf(mode).size
  const [left, top] = from.instance.place
  const offset = offsetBetween({ x: left + centre[0], y: top + centre[1] }, from.box, to.box)
  const rotation = mode === 'x-as-a-service' ? quarterTurnTowards(from.box, to.box) : 0
  const id = `sample-link-${map.interactions.indexOf(interaction)}` as InteractionId
  const bound = { from: from.team.id, to: to.team.id, offset, rotation }
  addInteraction(board, author, { id, mode, instance: map.instanceId, wh: [w, h], ...bound })
}

function idOf({ key }: SampleInitiative): InitiativeId {
  return `sample-${key.toLowerCase()}` as InitiativeId
}

function teamIdOf(name: string): TeamId {
  return `sample-${name.toLowerCase().replace(/\s+/g, '-')}` as TeamId
}
