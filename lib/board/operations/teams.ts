import * as Y from 'yjs'
import type { InstanceId, TeamId } from '../../ids'
import { fitSize } from '../../teams/fit-size'
import { comparableName } from '../../teams/team-name'
import { teamTypeOf, type TeamTypeId } from '../../teams/team-types'
import { isTeamMap } from '../../templates/is-team-map'
import { createGiveHue, type GiveHue } from '../hues/give-hue'
import { placementKey, teamOfTarget, teamPlacementKey, type BoardDocument, type Placement } from '../layout'
import { livingPlacements } from '../initiatives/living'
import { layoutDocked } from '../places/cards/docked-cards'
import { listStandingTeams } from '../places/teams/standing-teams'
import { listInstances, listTeams, readInstance, readPlacement, readTeam } from '../read'
import { markDeleted, setUnits } from '../set-units'
import type { Author, Step } from '../step'
import { transactAs } from '../transact'
import { setPlacements } from './placements'

const ROOT = 'teams'

/** A team before it stands on the board. `at` is where on the map, px from the frame's top left corner. */
export interface TeamDraft {
  readonly id: TeamId
  readonly name: string
  readonly type: TeamTypeId
  readonly size?: number
  readonly focus?: string
  readonly instanceId: InstanceId
  readonly at: { readonly dx: number; readonly dy: number; readonly w: number; readonly h: number }
}

/** Adds a team and stands it on a map. An id that exists changes nothing. */
export function addTeam(board: BoardDocument, author: Author, draft: TeamDraft): Step {
  return board.teams.has(draft.id) ? [] : standTeams(board, author, [draft])
}

function standTeam(board: BoardDocument, author: Author, { id, instanceId, at }: TeamDraft): Step {
  const placement = { target: 'frame', ...at }
  return setPlacements(board, author, [{ key: teamPlacementKey(id, instanceId), placement }])
}

/** Stands several teams on a map as one step; one that the board has goes there as it is. */
export function standTeams(board: BoardDocument, author: Author, drafts: readonly TeamDraft[]): Step {
  return transactAs(board, author, (): Step => {
    const giveHue = createGiveTeamHue(board)
    return drafts.flatMap((draft): Step => {
      const stand = () => standTeam(board, author, draft)
      if (board.teams.has(draft.id)) return stand()
      makeTeam(board, author, { ...draft, hue: giveHue(draft.name) })
      return [{ kind: 'entity', root: ROOT, id: draft.id, deleted: false }, ...stand()]
    })
  })
}

function makeTeam(board: BoardDocument, author: Author, made: TeamDraft & { readonly hue: number }): void {
  const { id, name, type, hue, size, focus } = made
  const fields = new Y.Map<unknown>([
    ['name', new Y.Text(name)],
    ['type', type],
    ['hue', hue],
    ['createdBy', author.personId],
    ['createdAt', author.now],
  ])
  if (size !== undefined) fields.set('size', size)
  if (focus !== undefined) fields.set('focus', focus)
  board.teams.set(id, fields)
}

/** A copy of a team is called as the first until somebody renames it; then it is to have a colour of its own. */
function createGiveTeamHue(board: BoardDocument): GiveHue {
  const give = createGiveHue(board)
  const names = new Set(listTeams(board).map(({ name }) => comparableName(name)))
  return (name) => {
    const comparable = comparableName(name)
    const isCopy = names.has(comparable)
    names.add(comparable)
    return give(isCopy ? '' : name)
  }
}

/** Says what type a team is. On every map its shape takes a size the type may have, under the same top. */
export function setTeamType(
  board: BoardDocument,
  author: Author,
  { id, type }: { id: TeamId; type: TeamTypeId },
): Step {
  return transactAs(board, author, (): Step => {
    const before = readTeam(board, id)
    if (!before || before.type === type) return []
    const resized = listStandingTeams(board)
      .filter(({ team }) => team.id === id)
      .flatMap(({ instance }) => {
        const key = teamPlacementKey(id, instance.id)
        const placement = readPlacement(board, key)
        return placement ? [{ key, placement: reshaped(placement, type) }] : []
      })
    return [
      ...setUnits(board, author, { root: ROOT, id, units: { type } }),
      ...setPlacements(board, author, resized),
    ]
  })
}

/**
 * Takes a team off a map; off the last one, removed maps among them, it is deleted, and can be restored. Cards that
 * stood on it there stay on the map where they were.
 */
export function removeTeam(
  board: BoardDocument,
  author: Author,
  { id, instanceId }: { id: TeamId; instanceId: InstanceId },
): Step {
  return transactAs(board, author, (): Step => {
    const isLast = !standsElsewhere(board, { id, instanceId })
    const undocked = undock(board, author, (teamId, on) => teamId === id && on === instanceId)
    if (isLast) return [...undocked, ...markDeleted(board, author, { root: ROOT, id, deleted: true })]
    const key = teamPlacementKey(id, instanceId)
    return [...undocked, ...setPlacements(board, author, [{ key, placement: null }])]
  })
}

/** Deletes teams wherever they stand; they can be restored. Cards that stood on them stay on the maps where they were. */
export function deleteTeams(board: BoardDocument, author: Author, ids: readonly TeamId[]): Step {
  if (ids.length === 0) return []
  const going = new Set(ids)
  return transactAs(board, author, () => [
    ...undock(board, author, (teamId) => going.has(teamId)),
    ...ids.flatMap((id) => markDeleted(board, author, { root: ROOT, id, deleted: true })),
  ])
}

/** Also on a map that is removed: when that is restored, the team is to stand there. */
function standsElsewhere(
  board: BoardDocument,
  { id, instanceId }: { id: TeamId; instanceId: InstanceId },
): boolean {
  return [...board.instances.keys()].some((other) => {
    const instance = other === instanceId ? null : readInstance(board, other as InstanceId)
    if (!instance || !isTeamMap(instance)) return false
    return readPlacement(board, teamPlacementKey(id, instance.id)) !== null
  })
}

/** Lets cards go from the teams they stand on there; they stay on the map where they are. */
function undock(
  board: BoardDocument,
  author: Author,
  isLeft: (teamId: TeamId, instanceId: InstanceId) => boolean,
): Step {
  const places = new Map(listInstances(board).map(({ id, place }) => [id, place]))
  const docked = layoutDocked(listStandingTeams(board), livingPlacements(board))
  const changes: { key: string; placement: Placement }[] = []
  for (const { initiativeId, instanceId, placement, x, y } of docked.values()) {
    const teamId = teamOfTarget(placement.target)
    if (teamId === null || !isLeft(teamId, instanceId)) continue
    const [left, top] = places.get(instanceId) ?? [0, 0]
    changes.push({
      key: placementKey(initiativeId, instanceId),
      placement: { target: 'frame', dx: x - left, dy: y - top },
    })
  }
  return setPlacements(board, author, changes)
}

function reshaped(placement: Placement, type: TeamTypeId): Placement {
  const { dx, dy, w = 0, h = 0 } = placement
  const fitted = fitSize(type, { w, h })
  const size = fitted.w === w && fitted.h === h ? fitted : teamTypeOf(type).size
  return { target: 'frame', dx: dx + (w - size.w) / 2, dy, ...size }
}
