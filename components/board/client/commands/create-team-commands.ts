import { atom } from '@tldraw/state'
import { bindDropped, teamsUnder } from '@/lib/board/places/interaction-places'
import { interactionShapeId, teamShapeId, type BoardDocument } from '@/lib/board/layout'
import type { Bound } from '@/lib/board/places/interaction-places'
import {
  addInteraction,
  joinTeams,
  setInteractionMode,
  swapInteraction,
} from '@/lib/board/operations/interactions'
import { keepNamesakes } from '@/lib/board/operations/assign'
import { addTeam, setTeamType, standTeams } from '@/lib/board/operations/teams'
import { listInstances, listInteractions, readInteraction } from '@/lib/board/read'
import { findShortage, shortageSentence } from '@/lib/board/limits/room-for'
import { clearOffset } from '@/lib/board/places/clear-offset'
import { interactionGround } from '@/lib/board/places/interaction-ground'
import { listStandingTeams, listTeamsOn, type StandingTeam } from '@/lib/board/places/teams/standing-teams'
import type { Step } from '@/lib/board/step'
import { createId, type InstanceId, type InteractionId, type RandomBytes, type TeamId } from '@/lib/ids'
import { quarterTurnTowards } from '@/lib/teams/interaction-geometry'
import { interactionModeOf, type InteractionModeId } from '@/lib/teams/interaction-modes'
import type { AskedTeams, TeamCommands } from './team-commands'
import { isFree, mayEdit, type CommandParts } from './may-edit'

interface TeamCommandParts extends CommandParts {
  readonly random: RandomBytes
}

/** Makes the commands about teams of one person on one board. */
export function createTeamCommands(parts: TeamCommandParts): TeamCommands {
  const { board, undo } = parts
  const asked = atom<AskedTeams | null>('asked for teams', null)
  const push = (step: Step): void => undo.push(step)
  return {
    asked,
    addTeam: (instanceId, box) => {
      const place = listInstances(board).find(({ id }) => id === instanceId)?.place
      if (!place || !mayEdit(parts) || !hasRoom(parts, 'teams')) return null
      const id = createId<'TeamId'>(parts.random) as TeamId
      const at = { dx: box.x - place[0], dy: box.y - place[1], w: box.w, h: box.h }
      push(addTeam(board, parts.author('person'), { id, name: '', type: 'undefined-team', instanceId, at }))
      return teamShapeId(id, instanceId)
    },
    addAbsent: (instanceId, teams) => addAbsent(parts, instanceId, teams),
    setType: (id, type) => {
      const shapes = listStandingTeams(board).filter(({ team }) => team.id === id)
      if (
        !mayEdit(parts) ||
        !isFree(
          parts,
          shapes.map(({ shapeId }) => shapeId),
        )
      )
        return
      push(setTeamType(board, parts.author('person'), { id, type }))
    },
    keepNamesakes: (id) => {
      if (parts.canEdit.get()) keepNamesakes(board, parts.author('person'), id)
    },
    addInteraction: (given) => {
      if (!mayEdit(parts) || !hasRoom(parts, 'interactions')) return null
      const standing = listTeamsOn(board, given.instanceId)
      const { bound, likely } = boundBy(board, standing, given)
      if (bound) return make(parts, { ...given, bound })
      if (standing.length >= 2) asked.set({ ...given, id: null, likely })
      else
        parts.tell({ tone: 'attention', sentence: 'An interaction joins two teams. Add another team first.' })
      return null
    },
    setMode: (id, mode) => {
      if (mayChange(parts, id)) push(setInteractionMode(board, parts.author('person'), { id, mode }))
    },
    swap: (id) => {
      if (mayChange(parts, id)) push(swapInteraction(board, parts.author('person'), id))
    },
    askTeams: (id) => {
      const interaction = readInteraction(board, id)
      if (!interaction || !mayChange(parts, id)) return
      const { mode, instance, from, to } = interaction
      asked.set({ id, mode, instanceId: instance, likely: [from, to] })
    },
    answer: (teams) => {
      const question = asked.get()
      asked.set(null)
      return question && teams ? takeAnswer(parts, question, teams) : null
    },
  }
}

function addAbsent(
  parts: TeamCommandParts,
  instanceId: InstanceId,
  teams: Parameters<TeamCommands['addAbsent']>[1],
): readonly string[] {
  const { board, random, undo } = parts
  const place = listInstances(board).find(({ id }) => id === instanceId)?.place
  const added = teams.filter(({ id }) => id === null).length
  if (!place || !mayEdit(parts) || !hasRoom(parts, 'teams', added)) return []
  const drafts = teams.map(({ id, name, type, box }) => {
    const at = { dx: box.x - place[0], dy: box.y - place[1], w: box.w, h: box.h }
    return { id: id ?? (createId<'TeamId'>(random) as TeamId), name, type, instanceId, at }
  })
  undo.push(standTeams(board, parts.author('person'), drafts))
  return drafts.map(({ id }) => teamShapeId(id, instanceId))
}

type Given = Parameters<TeamCommands['addInteraction']>[0]

/** Between the two teams named, or else the two it lies on; where that is not clear, the teams it is likely about. */
function boundBy(
  board: BoardDocument,
  standing: readonly StandingTeam[],
  { mode, teams, at }: Given,
): { bound: Bound | null; likely: readonly TeamId[] } {
  const named = teams.flatMap((id) => standing.find(({ team }) => team.id === id) ?? [])
  const size = interactionModeOf(mode).size
  const dropped = { mode, rotation: 0, ...size, x: at.x - size.w / 2, y: at.y - size.h / 2 }
  const under = teamsUnder(dropped, standing)
  const likely = [...new Set([...named, ...under].map(({ team }) => team.id))]
  const [one, other] = named.length === 0 ? under : named
  if (!one || !other || (named.length === 0 ? under : named).length > 2) return { bound: null, likely }
  const bound =
    named.length === 0 ? bindDropped(dropped, one, other) : between(board, { id: null, mode }, [one, other])
  return { bound, likely }
}

function takeAnswer(
  parts: TeamCommandParts,
  { id, mode, instanceId }: AskedTeams,
  teams: { from: TeamId; to: TeamId },
): string | null {
  const standing = listTeamsOn(parts.board, instanceId)
  const one = standing.find(({ team }) => team.id === teams.from)
  const other = standing.find(({ team }) => team.id === teams.to)
  if (one === other || !mayEdit(parts)) return null
  if (!one || !other || isGone(parts, id)) {
    const sentence = 'Somebody has taken one of them off the map meanwhile. Nothing was joined.'
    parts.tell({ tone: 'attention', sentence })
    return null
  }
  const bound = between(parts.board, { id, mode }, [one, other])
  if (id === null) return make(parts, { mode, instanceId, bound })
  if (!mayChange(parts, id)) return null
  parts.undo.push(joinTeams(parts.board, parts.author('person'), { id, ...bound }))
  return interactionShapeId(id)
}

function make(
  parts: TeamCommandParts,
  made: { mode: InteractionModeId; instanceId: InstanceId; bound: Bound },
): string {
  const { mode, instanceId, bound } = made
  const id = createId<'InteractionId'>(parts.random) as InteractionId
  const { w, h } = interactionModeOf(mode).size
  const draft = { id, mode, instance: instanceId, wh: [w, h] as const, ...bound }
  parts.undo.push(addInteraction(parts.board, parts.author('person'), draft))
  return interactionShapeId(id)
}

function isGone({ board }: TeamCommandParts, id: InteractionId | null): boolean {
  return id !== null && !listInteractions(board).some((interaction) => interaction.id === id)
}

/** In the middle or near it where that is taken, the point of a triangle aiming from the first to the second. */
function between(
  board: BoardDocument,
  { id, mode }: { id: InteractionId | null; mode: InteractionModeId },
  teams: readonly [one: StandingTeam, other: StandingTeam],
): Bound {
  const [one, other] = teams
  const rotation = mode === 'x-as-a-service' ? quarterTurnTowards(one.box, other.box) : 0
  const { w, h } = interactionModeOf(mode).size
  const given = { mode, wh: (id && readInteraction(board, id)?.wh) ?? [w, h], rotation } as const
  const offset = clearOffset(given, [one.box, other.box], interactionGround(board, teams, id))
  return { from: one.team.id, to: other.team.id, offset, rotation }
}

function mayChange(parts: TeamCommandParts, id: InteractionId): boolean {
  return mayEdit(parts) && isFree(parts, [interactionShapeId(id)])
}

function hasRoom({ board, tell }: TeamCommandParts, root: 'teams' | 'interactions', added = 1): boolean {
  const shortage = findShortage(board, root, { added })
  if (shortage) tell({ tone: 'attention', sentence: shortageSentence(root, shortage) })
  return shortage === null
}
