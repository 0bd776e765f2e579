import type { Editor } from 'tldraw'
import type { Point } from '@/lib/geometry/point'
import { asterisks } from '@/lib/teams/asterisks'
import { onPage } from '@/lib/teams/interaction-geometry'
import { outlineOf } from '@/lib/teams/outline'
import { computedPerEditor } from '../computed-per-editor'
import { isTeam, type InteractionShape, type TeamShape } from './team-shapes'

/** A team where it stands, page px. */
interface OutlinedTeam {
  readonly teamId: string
  readonly instanceId: string
  readonly outline: readonly Point[]
}

/** Where asterisks stand on the teams of an interaction that lies over others too; in the interaction's own px. */
export function asterisksOf(editor: Editor, shape: InteractionShape): readonly Point[] {
  const { fromId, toId, instanceId, mode } = shape.props
  const outline = outlineOnPage(shape, mode)
  const teams = outlinesOf(editor).filter((team) => team.instanceId === instanceId)
  const isOwn = ({ teamId }: OutlinedTeam): boolean => teamId === fromId || teamId === toId
  const own = teams.filter(isOwn).map((team) => team.outline)
  const others = teams.filter((team) => !isOwn(team)).map((team) => team.outline)
  return asterisks(outline, own, others).map((at) => {
    const { x, y } = editor.getPointInShapeSpace(shape, at)
    return { x, y }
  })
}

/** Read once for all interactions, and anew for them only where a team moves: cards move far more often. */
const outlinesOf = computedPerEditor('outlines of teams', readOutlines, { isEqual: areSame })

function readOutlines(editor: Editor): readonly OutlinedTeam[] {
  return editor
    .getCurrentPageShapes()
    .filter(isTeam)
    .map((team) => {
      const { teamId, instanceId, teamType } = team.props
      return { teamId, instanceId, outline: outlineOnPage(team, teamType) }
    })
}

function areSame(one: readonly OutlinedTeam[], other: readonly OutlinedTeam[]): boolean {
  return one.length === other.length && one.every(({ outline }, at) => outline === other[at]?.outline)
}

/** By what stands on the board, which is never changed, only replaced: of a crowded map few move at a time. */
const outlines = new WeakMap<InteractionShape | TeamShape, readonly Point[]>()

function outlineOnPage(
  shape: InteractionShape | TeamShape,
  kind: Parameters<typeof outlineOf>[0],
): readonly Point[] {
  const known = outlines.get(shape)
  if (known) return known
  const outline = onPage(outlineOf(kind, shape.props).corners, shape, shape.rotation)
  outlines.set(shape, outline)
  return outline
}
