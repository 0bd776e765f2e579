import type { Editor, TLShapeId } from 'tldraw'
import type { InitiativeId } from '@/lib/ids'
import { hueOf } from '@/lib/teams/team-hues'
import { teamColor } from '../../board/colors/team-color'
import { isLaneCard } from '../people/lane-card'
import { isCard, isTemplateLayer, type CardShape } from '../shapes/shape-types'
import { clientOf } from '../store-client'

interface MapBox {
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
}

/** What the map of the board shows: templates as sheets, plots as panels, cards in their team's colour. */
export interface MapScene {
  readonly sheets: readonly MapBox[]
  readonly panels: readonly MapBox[]
  readonly cards: readonly (MapBox & { readonly fill: string })[]
  readonly drawn: readonly MapBox[]
}

/** Finer than a map shows; a card that is nudged does not draw it anew. */
const GRAIN_PX = 16

/** Reads the map of what stands on the page now. */
export function readMapScene(editor: Editor): MapScene {
  const scene = { sheets: [] as MapBox[], panels: [] as MapBox[], drawn: [] as MapBox[] }
  const cards: (MapBox & { fill: string })[] = []
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
export function mapBoundsOf(boxes: readonly MapBox[]): MapBox | null {
  if (boxes.length === 0) return null
  const left = Math.min(...boxes.map(({ x }) => x))
  const top = Math.min(...boxes.map(({ y }) => y))
  const right = Math.max(...boxes.map(({ x, w }) => x + w))
  const bottom = Math.max(...boxes.map(({ y, h }) => y + h))
  const air = 0.04 * Math.max(right - left, bottom - top)
  return { x: left - air, y: top - air, w: right - left + 2 * air, h: bottom - top + 2 * air }
}

function teamHueOf(editor: Editor, { props }: CardShape): number | null {
  const { view } = clientOf(editor)
  return hueOf(view.teamHues.get(), view.initiative(props.initiativeId as InitiativeId).get()?.team)
}

function boxOf(editor: Editor, id: TLShapeId): MapBox | null {
  const box = editor.getShapePageBounds(id)
  if (!box) return null
  const grain = (px: number): number => Math.round(px / GRAIN_PX) * GRAIN_PX
  return { x: grain(box.x), y: grain(box.y), w: grain(box.w), h: grain(box.h) }
}
