import { Box, type Editor, type TLShapeId } from 'tldraw'
import type { InstanceId, TeamId } from '@/lib/ids'
import { standTemplates } from '@/lib/board/places/standing'
import { sharedPx } from '@/lib/geometry/box'
import { freePlace } from '@/lib/teams/free-place'
import type { InteractionModeId } from '@/lib/teams/interaction-modes'
import { UNDEFINED_TEAM } from '@/lib/teams/team-types'
import { bannersPxOf } from '../../view/banners-height'
import { coveredEdges } from '../../view/covered-edges'
import { GLIDE } from '../../view/glide'
import { clientOf } from '../../session/store-client'
import { takeKeyboard } from '../../take-keyboard'
import { typeIn } from '../../tools/type-title'
import { isTeam } from '../team-shapes'
import { takenBoxes } from './taken-boxes'

/** Air around a new team where one looks. */
const MARGIN_PX = 8

/** A map of teams on the page: where new teams are put. */
interface MapOnPage {
  readonly instanceId: InstanceId
  readonly area: Box
}

/** Stands a new team where there is room in what one sees of the map, and lets its name be typed at once. */
export function addTeamToMap(editor: Editor, flush: () => void): void {
  const map = mapInView(editor)
  if (!map) return
  const { teams } = clientOf(editor)
  const { size } = UNDEFINED_TEAM
  const seen = intersection(map.area, clearView(editor).expandBy(-MARGIN_PX / editor.getZoomLevel()))
  // What one does not see of the map is brought into view where the rest is full.
  const isSeen = seen.w >= size.w && seen.h >= size.h
  const place = freePlace(isSeen ? [seen, map.area] : [map.area], size, takenBoxes(editor))
  const shapeId = teams.addTeam(map.instanceId, { ...place, ...size })
  if (shapeId === null) return
  flush()
  showNew(editor, shapeId as TLShapeId)
  const shape = editor.getShape(shapeId as TLShapeId)
  if (shape) typeIn(editor, shape)
}

/** Makes an interaction between the selected teams, or where one looks; asks where it is not clear between whom. */
export function addInteractionToMap(editor: Editor, mode: InteractionModeId, flush: () => void): void {
  const selected = editor.getSelectedShapes().filter(isTeam)
  const instanceId =
    (selected[0]?.props.instanceId as InstanceId | undefined) ?? mapInView(editor)?.instanceId
  if (instanceId === undefined) return
  const teams = selected
    .filter(({ props }) => props.instanceId === (instanceId as string))
    .map(({ props }) => props.teamId as TeamId)
  const { x, y } = editor.getViewportPageBounds().center
  const shapeId = clientOf(editor).teams.addInteraction({ mode, instanceId, teams, at: { x, y } })
  if (shapeId === null) return
  flush()
  showNew(editor, shapeId as TLShapeId)
}

/** Selects a shape that was just made, brings it into view and gives it the keyboard. */
export function showNew(editor: Editor, id: TLShapeId): void {
  const bounds = editor.getShapePageBounds(id)
  if (!bounds) return
  editor.setCurrentTool('select')
  editor.select(id)
  if (!clearView(editor).contains(bounds)) editor.centerOnPoint(bounds.center, GLIDE)
  takeKeyboard(editor)
}

/** The map of which one sees most; the first one where none is in view. */
export function mapInView(editor: Editor): MapOnPage | null {
  const seen = editor.getViewportPageBounds()
  const maps = standTemplates(clientOf(editor).view.instances.get()).flatMap(
    ({ instance, template, frame }): MapOnPage[] => {
      if (!template.teamMap) return []
      const { x, y, w, h } = template.teamMap.area
      return [{ instanceId: instance.id, area: new Box(frame.x + x, frame.y + y, w, h) }]
    },
  )
  const visible = ({ area }: MapOnPage): number => sharedPx(area, seen)
  return maps.sort((one, other) => visible(other) - visible(one))[0] ?? null
}

/** What is seen of the page between what lies over the upper and the lower edge of the canvas. */
export function clearView(editor: Editor): Box {
  const { x, y, w, h } = editor.getViewportPageBounds()
  const { top, bottom } = coveredEdges(editor.getViewportScreenBounds().w, bannersPxOf(editor).get())
  const zoom = editor.getZoomLevel()
  return new Box(x, y + top / zoom, w, Math.max(0, h - (top + bottom) / zoom))
}

function intersection(one: Box, other: Box): Box {
  const [x, y] = [Math.max(one.minX, other.minX), Math.max(one.minY, other.minY)]
  const [right, bottom] = [Math.min(one.maxX, other.maxX), Math.min(one.maxY, other.maxY)]
  return new Box(x, y, Math.max(0, right - x), Math.max(0, bottom - y))
}
