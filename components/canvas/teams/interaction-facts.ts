import type { Editor, TLShapeId } from 'tldraw'
import { clamp } from '@/lib/clamp'
import type { Point } from '@/lib/geometry/point'
import { interactionModeOf, type InteractionMode } from '@/lib/teams/interaction-modes'
import { frameShapeId } from '@/lib/board/layout'
import type { InstanceId, TeamId } from '@/lib/ids'
import { interactionWarnings } from '@/lib/teams/interaction-warnings'
import type { Box } from '@/lib/geometry/box'
import { isCard } from '../shapes/shape-types'
import { clientOf } from '../session/store-client'
import { saidName, teamShapeOn } from './team-facts'
import { asterisksOf } from './asterisks-of'
import { isInteraction, isTeam, type InteractionShape } from './team-shapes'

/** No remarks on an interaction are further from its paper, px. */
const BESIDE_PX = 1_000

/** Everything an interaction's shape says. */
export interface InteractionFacts {
  readonly mode: InteractionMode
  /** What goes on between whom, as a sentence. */
  readonly sentence: string
  /** Where lines to its teams end, in the shape's own px; none where it lies on the team. */
  readonly ties: readonly Point[]
  readonly stretched: boolean
  /** Where asterisks stand on its teams, because it lies over others; in the shape's own px. */
  readonly asterisks: readonly Point[]
  /** Quiet remarks, as short sentences. */
  readonly warnings: readonly string[]
  /**
   * What of its map is not read where words lie on it, or hides them: teams, cards, other interactions, and all beside its
   * paper, which the window may cut; in px of the page from its middle, while there is something to say beside them.
   */
  readonly around: readonly Box[]
}

/** Reads what an interaction shows; called inside a reactive scope it follows its teams. */
export function interactionFactsOf(editor: Editor, shape: InteractionShape): InteractionFacts {
  const { mode, fromId, toId, instanceId, stretched } = shape.props
  const [from, to] = [saidName(editor, fromId), saidName(editor, toId)]
  const ties = [fromId, toId].flatMap((id) => tieTo(editor, shape, teamShapeOn(id, instanceId) as TLShapeId))
  const provider = clientOf(editor)
    .view.team(fromId as TeamId)
    .get()
  const warnings = interactionWarnings({ mode, from: provider?.type ?? null, stretched })
  const around = warnings.length > 0 ? boxesAround(editor, shape) : []
  const sentence = sentenceOf(mode, from, to)
  const facts = { mode: interactionModeOf(mode), sentence, ties, stretched, warnings, around }
  return { ...facts, asterisks: asterisksOf(editor, shape) }
}

function boxesAround(editor: Editor, shape: InteractionShape): Box[] {
  const own = editor.getShapePageBounds(shape)
  if (!own) return []
  const { x, y } = own.center
  // The words do not run away from a card that is carried past them.
  const inHand = editor.isIn('select.translating') ? editor.getSelectedShapeIds() : []
  const paper = editor.getShapePageBounds(frameShapeId(shape.props.instanceId as InstanceId) as TLShapeId)
  const standing = editor.getCurrentPageShapes().flatMap((one) => {
    if (!isTeam(one) && !isInteraction(one) && !isCard(one)) return []
    if (one.id === shape.id || one.props.instanceId !== shape.props.instanceId) return []
    if (isCard(one) && inHand.includes(one.id)) return []
    return editor.getShapePageBounds(one) ?? []
  })
  return [...standing, ...(paper ? besidePaper(paper) : [])].map((box) => ({
    x: box.x - x,
    y: box.y - y,
    w: box.w,
    h: box.h,
  }))
}

/** What lies left of a map, right of it, over it and under it, as far as words may reach. */
function besidePaper({ x, y, w, h }: Box): Box[] {
  const aside = { y: y - BESIDE_PX, w: BESIDE_PX, h: h + 2 * BESIDE_PX }
  return [
    { ...aside, x: x - BESIDE_PX },
    { ...aside, x: x + w },
    { x, y: y - BESIDE_PX, w, h: BESIDE_PX },
    { x, y: y + h, w, h: BESIDE_PX },
  ]
}

function sentenceOf(mode: InteractionMode['id'], from: string, to: string): string {
  switch (mode) {
    case 'collaboration':
      return `${from} and ${to} collaborate`
    case 'x-as-a-service':
      return `${from} provides a service that ${to} uses`
    case 'facilitating':
      return `Facilitating between ${from} and ${to}`
  }
}

function tieTo(editor: Editor, shape: InteractionShape, teamId: TLShapeId): Point[] {
  const team = editor.getShapePageBounds(teamId)
  const own = editor.getShapePageBounds(shape)
  if (!team || !own || team.collides(own)) return []
  const { x, y } = own.center
  const nearest = { x: clamp(x, team.minX, team.maxX), y: clamp(y, team.minY, team.maxY) }
  const { x: tieX, y: tieY } = editor.getPointInShapeSpace(shape, nearest)
  return [{ x: tieX, y: tieY }]
}
