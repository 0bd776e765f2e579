import type { TLShape } from '@tldraw/tlschema'
import { interactionShapeId, parsePlacementKey, teamPlacementKey, teamShapeId } from '@/lib/board/layout'
import { findShortage, shortageSentence } from '@/lib/board/limits/room-for'
import {
  addInteraction,
  placeInteractionAt,
  setInteractionDeleted,
} from '@/lib/board/operations/interactions'
import { setPlacements } from '@/lib/board/operations/placements'
import { addTeam, removeTeam } from '@/lib/board/operations/teams'
import { bindDropped, teamsUnder, type DroppedInteraction } from '@/lib/board/places/interaction-places'
import { listTeamsOn, type StandingTeam } from '@/lib/board/places/teams/standing-teams'
import { listInstances, listInteractions, readInteraction, readTeam } from '@/lib/board/read'
import type { InteractionProps } from '@/lib/board/shapes/interaction'
import type { TeamProps } from '@/lib/board/shapes/team'
import type { Step } from '@/lib/board/step'
import { createId, type InstanceId, type InteractionId, type TeamId } from '@/lib/ids'
import { roundPx } from '@/lib/round-px'
import { notMade, type CardCommit, type Made } from './commit-cards'
import { pagePlace } from '../page-place'
import { REFUSALS } from './refusals'

/** Stores where a moved or resized team stands. It stays on its map, wherever it is put. */
export function commitTeamMove(commit: CardCommit, shape: TLShape): Step {
  const { teamId, instanceId } = teamOf(shape)
  const placement = placementOn(commit, shape, instanceId)
  if (!placement) return []
  return setPlacements(commit.board, commit.author, [
    { key: teamPlacementKey(teamId, instanceId), placement },
  ])
}

/** Takes a team off its map; off the last one it is deleted. */
export function commitTeamRemoval({ board, author }: CardCommit, shapeId: string): Step {
  for (const key of board.placements.keys()) {
    const ids = parsePlacementKey(key)
    const id = ids?.initiativeId as string as TeamId
    if (ids && teamShapeId(id, ids.instanceId) === shapeId)
      return removeTeam(board, author, { id, instanceId: ids.instanceId })
  }
  return []
}

/** Makes a duplicated or pasted team a team of its own, where this board knows the first. */
export function commitNewTeam(commit: CardCommit, shape: TLShape): Made {
  const { board, author, random } = commit
  const { teamId, instanceId } = teamOf(shape)
  const team = readTeam(board, teamId)
  const at = placementOn(commit, shape, instanceId)
  if (!team || !at) return notMade(REFUSALS.team)
  const shortage = findShortage(board, 'teams', { added: 1 })
  if (shortage) return notMade(shortageSentence('teams', shortage))
  const { name, type, size, focus } = team
  const id = createId<'TeamId'>(random) as TeamId
  const { dx, dy, w, h } = at
  const draft = { id, name, type, instanceId, at: { dx, dy, w, h } }
  const step = addTeam(board, author, {
    ...draft,
    ...(size === undefined ? {} : { size }),
    ...(focus === undefined ? {} : { focus }),
  })
  return { step, shapeId: teamShapeId(id, instanceId), refusal: null }
}

/**
 * Stores where an interaction was put down. Over exactly two teams it joins those; elsewhere it keeps the two it has,
 * and `unclear` says that it may be meant otherwise.
 */
export function commitInteractionMove(commit: CardCommit, shape: TLShape): { step: Step; unclear: boolean } {
  const { board, author } = commit
  const before = readInteraction(board, idOf(shape))
  if (!before) return { step: [], unclear: false }
  const dropped = droppedAt(commit, shape)
  const teams = listTeamsOn(board, before.instance)
  const under = teamsUnder(dropped, teams)
  const own = [before.from, before.to].flatMap((id) => teams.find(({ team }) => team.id === id) ?? [])
  const [one, other] = under.length === 2 && !sameTeams(under, own) ? under : own
  if (!one || !other) return { step: [], unclear: false }
  const bound = bindDropped(dropped, one, other)
  const step = placeInteractionAt(board, author, { id: before.id, bound, wh: [dropped.w, dropped.h] })
  const hasMoved = step.some((change) => change.kind === 'unit' && change.unit === 'offset')
  return { step, unclear: hasMoved && under.length !== 2 && !own.every((team) => under.includes(team)) }
}

/** Deletes the interaction this shape shows. */
export function commitInteractionRemoval({ board, author }: CardCommit, shapeId: string): Step {
  const id = listInteractions(board).find((one) => interactionShapeId(one.id) === shapeId)?.id
  return id === undefined ? [] : setInteractionDeleted(board, author, { id, deleted: true })
}

/** Makes a duplicated or pasted interaction one of its own: between the two teams under it, else between the same two. */
export function commitNewInteraction(commit: CardCommit, shape: TLShape): Made {
  const { board, author, random } = commit
  const { mode, instanceId, fromId, toId } = shape.props as InteractionProps
  const instance = instanceId as InstanceId
  const dropped = droppedAt(commit, shape)
  const teams = listTeamsOn(board, instance)
  const under = teamsUnder(dropped, teams)
  const own = [fromId, toId].flatMap((id) => teams.find(({ team }) => team.id === id) ?? [])
  const [one, other] = under.length === 2 ? under : own
  if (!one || !other) return notMade(REFUSALS.interaction)
  const shortage = findShortage(board, 'interactions', { added: 1 })
  if (shortage) return notMade(shortageSentence('interactions', shortage))
  const id = createId<'InteractionId'>(random) as InteractionId
  const draft = { id, mode, instance, wh: [dropped.w, dropped.h] as const }
  const step = addInteraction(board, author, { ...draft, ...bindDropped(dropped, one, other) })
  return { step, shapeId: interactionShapeId(id), refusal: null }
}

function placementOn(
  { board, store }: CardCommit,
  shape: TLShape,
  instanceId: InstanceId,
): { target: 'frame'; dx: number; dy: number; w: number; h: number } | null {
  const place = listInstances(board).find(({ id }) => id === instanceId)?.place
  if (!place) return null
  const { x, y } = pagePlace(store, shape)
  const { w, h } = shape.props as TeamProps
  return {
    target: 'frame',
    dx: roundPx(x - place[0]),
    dy: roundPx(y - place[1]),
    w: roundPx(w),
    h: roundPx(h),
  }
}

function droppedAt({ store }: CardCommit, shape: TLShape): DroppedInteraction {
  const { w, h, mode } = shape.props as InteractionProps
  return { ...pagePlace(store, shape), w: roundPx(w), h: roundPx(h), mode, rotation: shape.rotation }
}

function sameTeams(some: readonly StandingTeam[], own: readonly StandingTeam[]): boolean {
  return some.every((team) => own.includes(team))
}

function teamOf(shape: TLShape): { teamId: TeamId; instanceId: InstanceId } {
  const { teamId, instanceId } = shape.props as TeamProps
  return { teamId: teamId as TeamId, instanceId: instanceId as InstanceId }
}

function idOf(shape: TLShape): InteractionId {
  return (shape.props as InteractionProps).interactionId as InteractionId
}
