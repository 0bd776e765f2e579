import type { Editor, TLShapeId } from 'tldraw'
import { boxAround, type Box } from '@/lib/geometry/box'
import type { InitiativeId } from '@/lib/ids'
import { hueOf } from '@/lib/teams/team-hues'
import { teamColor } from '../../../board/colors/team-color'
import { isLaneCard } from '../../people/lane-card'
import { isCard, isTemplateLayer, type CardShape } from '../../shapes/shape-types'
import { clientOf } from '../../session/store-client'

/** What the map of the board shows: templates as sheets, plots as panels, cards in their team's colour. */
export interface MapScene {
  readonly sheets: readonly Box[]
  readonly panels: readonly Box[]
  readonly cards: readonly (Box & { readonly fill: string })[]
  readonly drawn: readonly Box[]
}

/** Finer than a map shows; a card that is nudged does not draw it anew. */
const GRAIN_PX = 16
/** So much air is around what stands on the board, as a share of how large that is. */
const AIR_SHARE = 0.04

/** Reads the map of what stands on the page now. */
export function readMapScene(editor: Editor): MapScene {
  const scene = { sheets: [] as Box[], panels: [] as Box[], drawn: [] as Box[] }
  const cards: (Box & { fill: string })[] = []
  for (const shape of editor.getCurrentPageShapes()) {
    const box = boxOf(editor, shape.id)
    if (!box || isLaneCard(shape.id)) continue
    if (isCard(shape)) cards.push({ ...box, fill: teamColor(teamHueOf(editor, shape)) })
    else if (!isTemplateLayer(shape)) scene.drawn.push(box)
    else if (shape.type === 'curve-plot') scene.panels.push(box)
    else scene.sheets.push(box)
  }
  return { ...scene, cards }
}

/** The smallest box around all of them, with some air; null around nothing. */
export function mapBoundsOf(boxes: readonly Box[]): Box | null {
  const all = boxAround(boxes)
  if (!all) return null
  const { x, y, w, h } = all
  const air = AIR_SHARE * Math.max(w, h)
  return { x: x - air, y: y - air, w: w + 2 * air, h: h + 2 * air }
}

function teamHueOf(editor: Editor, { props }: CardShape): number | null {
  const { view } = clientOf(editor)
  return hueOf(view.teamHues.get(), view.initiative(props.initiativeId as InitiativeId).get()?.team)
}

function boxOf(editor: Editor, id: TLShapeId): Box | null {
  const box = editor.getShapePageBounds(id)
  if (!box) return null
  const grain = (px: number): number => Math.round(px / GRAIN_PX) * GRAIN_PX
  return { x: grain(box.x), y: grain(box.y), w: grain(box.w), h: grain(box.h) }
}
