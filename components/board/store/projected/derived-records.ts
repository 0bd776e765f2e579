import { layoutAllCards } from '@/lib/board/places/cards/layout-all-cards'
import type { CardLayout, LayoutMemory } from '@/lib/board/places/cards/layout-cards'
import { DEFAULT_PIN } from '@/lib/board/places/placement'
import {
  CANVAS_INSTANCE,
  frameShapeId,
  plotShapeId,
  type BoardDocument,
  type BoardRecord,
  type Instance,
  type Json,
} from '@/lib/board/layout'
import { isLiving, livingPlacements } from '@/lib/board/initiatives/living'
import { listInstances } from '@/lib/board/read'
import { OWN_SHAPES } from '@/lib/board/schema'
import { CARD_SIZE_PX } from '@/lib/board/shapes/card'
import { standTemplates } from '@/lib/board/places/standing'
import { findTemplate } from '@/lib/templates/catalogue'
import { listStandingTeams } from '@/lib/board/places/teams/standing-teams'
import type { RemoteGesture } from '../../lane/lane'
import { cardIndex, ghostIndex, templateIndex, unknownTemplateIndex } from './derived-index'
import { interactionRecords, teamRecord } from './team-records'
import { shapeRecord } from './shape-record'

/** The sheet of a template this version does not know. */
const UNKNOWN_TEMPLATE_PX = { w: 760, h: 260 } as const

/** Every shape that follows from entities and placements: frames, plots, teams, interactions and cards, by id. */
export function derivedRecords(board: BoardDocument, memory?: LayoutMemory): Map<string, BoardRecord> {
  const instances = listInstances(board)
  const teams = listStandingTeams(board)
  const takers = { instances, teams: listStandingTeams(board, { withDeleted: true }) }
  const records = [
    ...templateRecords(instances),
    ...unknownRecords(instances),
    ...teams.map(teamRecord),
    ...interactionRecords(board, teams),
    ...layoutAllCards(takers, livingPlacements(board), memory).map(cardRecord),
  ]
  return new Map(records.map((record) => [record.id, record]))
}

/** The card somebody drags out of the tray, which stands nowhere yet. */
export function ghostRecords(
  board: BoardDocument,
  gestures: readonly RemoteGesture[],
): Map<string, BoardRecord> {
  const ghosts = new Map<string, BoardRecord>()
  for (const gesture of gestures) {
    const [carried] = gesture.records
    if (gesture.what !== 'tray' || !carried || !isLiving(board, carried.id)) continue
    const id = `shape:lane-${gesture.clientId}-${carried.id}`
    const props = cardProps({ initiativeId: carried.id, instanceId: CANVAS_INSTANCE, target: 'canvas' })
    const shape = {
      id,
      type: OWN_SHAPES.card,
      index: ghostIndex(gesture.clientId),
      x: carried.x,
      y: carried.y,
    }
    ghosts.set(id, shapeRecord({ ...shape, isLocked: true }, props, { layer: 'lane' }))
  }
  return ghosts
}

function templateRecords(instances: readonly Instance[]): BoardRecord[] {
  return standTemplates(instances).flatMap(({ instance, frame, template, plots, overlay }, order) => {
    const instanceId = instance.id
    const layer = { layer: 'template' }
    const frameShape = shapeRecord(
      {
        id: frameShapeId(instanceId),
        type: OWN_SHAPES.templateFrame,
        index: templateIndex(order, 0),
        ...at(frame),
      },
      { ...size(frame), instanceId, templateId: template.id },
      layer,
    )
    // In a plot that curves share, they are drawn together with their paper.
    const plotShapes = (overlay ? [] : plots).map(({ curve, outer }, number) =>
      shapeRecord(
        {
          id: plotShapeId(instanceId, curve.id),
          type: OWN_SHAPES.curvePlot,
          index: templateIndex(order, number + 1),
          ...at(outer),
        },
        { ...size(outer), instanceId, curveId: curve.id },
        layer,
      ),
    )
    return [frameShape, ...plotShapes]
  })
}

/** A template this version does not know has a place, and a sheet that says so. */
function unknownRecords(instances: readonly Instance[]): BoardRecord[] {
  const unknown = instances.filter(({ templateId }) => findTemplate(templateId) === null)
  return unknown.map(({ id, templateId, place: [x, y] }, number) =>
    shapeRecord(
      {
        id: frameShapeId(id),
        type: OWN_SHAPES.templateFrame,
        index: unknownTemplateIndex(number),
        x,
        y,
      },
      { ...UNKNOWN_TEMPLATE_PX, instanceId: id, templateId },
      { layer: 'template' },
    ),
  )
}

function cardRecord(layout: CardLayout): BoardRecord {
  const { shapeId, initiativeId, instanceId, placement, pin } = layout
  const index = cardIndex(initiativeId, instanceId)
  const { target, x = null } = placement
  return shapeRecord(
    { id: shapeId, type: OWN_SHAPES.card, index, ...at(layout), isLocked: false },
    cardProps({ initiativeId, instanceId, target, x, pin, size: size(layout) }),
    {},
  )
}

function cardProps(card: {
  initiativeId: string
  instanceId: string
  target: string
  x?: number | null
  pin?: { x: number; y: number }
  size?: { w: number; h: number }
}): Record<string, Json> {
  const { initiativeId, instanceId, target, x = null, pin = DEFAULT_PIN } = card
  return { ...(card.size ?? CARD_SIZE_PX), initiativeId, instanceId, target, x, pinX: pin.x, pinY: pin.y }
}

function at(box: { x: number; y: number }): { x: number; y: number } {
  return { x: box.x, y: box.y }
}

function size(box: { w: number; h: number }): { w: number; h: number } {
  return { w: box.w, h: box.h }
}

/** Says whether an id is that of a template's frame or plot. */
export function isTemplateShape(id: string): boolean {
  return id.startsWith('shape:frame-') || id.startsWith('shape:plot-')
}

/** Says whether an id is that of a team on a map. */
export function isTeamShape(id: string): boolean {
  return id.startsWith('shape:team-')
}
