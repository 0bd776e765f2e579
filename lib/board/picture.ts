import { z } from '../zod'
import { findTemplate } from '../templates/catalogue'
import type { Box } from '../geometry/box'
import { CANVAS_INSTANCE, parsePlacementKey, type BoardDocument } from './layout'
import { TEAM_TYPE_IDS } from '../teams/team-types'
import { layoutAllCards } from './places/layout-all-cards'
import { listInitiatives, listInstances, readRecord } from './read'
import { PAGE_ID } from './seed'
import { CARD_SIZE_PX } from './shapes/card'
import { listStandingTeams } from './places/standing-teams'

/** Beyond this many of a kind a small picture shows no more. */
const SHOWN = 400
const NOTE_PX = 200

const px = z.number().finite()
const pointSchema = z.object({ x: px, y: px })

/** A board in outline: enough to recognise it by, without a word of what is written on it. All px are page px. */
export const boardPictureSchema = z.object({
  templates: z.array(pointSchema.extend({ templateId: z.string() })),
  /** Top left corners of the cards. */
  cards: z.array(pointSchema),
  teams: z.array(pointSchema.extend({ w: px, h: px, type: z.enum(TEAM_TYPE_IDS) })),
  /** Top left corners of the sticky notes. */
  notes: z.array(pointSchema),
  initiatives: z.number().int(),
  /** How many of the initiatives stand somewhere. */
  placed: z.number().int(),
})
export type BoardPicture = z.infer<typeof boardPictureSchema>

/** Draws the outline of a board as it stands; positions are whole px. */
export function drawBoardPicture(board: BoardDocument): BoardPicture {
  const living = new Set<string>(listInitiatives(board).map(({ id }) => id))
  const instances = listInstances(board)
  const homes = new Set<string>([CANVAS_INSTANCE, ...instances.map(({ id }) => id)])
  const placed = new Set<string>()
  const standing = [...board.placements].filter(([key, placement]) => {
    const ids = placement && parsePlacementKey(key)
    if (!ids || !living.has(ids.initiativeId) || !homes.has(ids.instanceId)) return false
    placed.add(ids.initiativeId)
    return true
  })
  const teams = listStandingTeams(board)
  // To find places for cards that are not shown takes seconds on a full board.
  const shown = standing.slice(0, SHOWN)
  const cards = layoutAllCards({ instances, teams: listStandingTeams(board, { withDeleted: true }) }, shown)
  return {
    templates: instances.map(({ templateId, place: [x, y] }) => ({ templateId, x: round(x), y: round(y) })),
    cards: cards.map(({ x, y }) => ({ x: round(x), y: round(y) })),
    teams: teams.slice(0, SHOWN).map(({ box: { x, y, w, h }, team: { type } }) => ({
      ...{ x: round(x), y: round(y), w: round(w), h: round(h) },
      type,
    })),
    notes: listNotes(board),
    initiatives: living.size,
    placed: placed.size,
  }
}

/** What a template is for shows only when something stands on it: examples for its picture, px from its corner. */
const EXAMPLE_TEAMS: Readonly<Record<string, BoardPicture['teams']>> = {
  'team-map': [
    { type: 'stream-aligned', x: 100, y: 250, w: 860, h: 140 },
    { type: 'stream-aligned', x: 100, y: 450, w: 860, h: 140 },
    { type: 'enabling', x: 1_040, y: 250, w: 120, h: 340 },
    { type: 'complicated-subsystem', x: 1_240, y: 420, w: 170, h: 170 },
    { type: 'platform', x: 100, y: 680, w: 1_310, h: 160 },
  ],
}

/** The picture of a template to choose it by: alone on a board, with something on it where it says nothing empty. */
export function drawTemplatePicture(templateId: string): BoardPicture {
  return {
    templates: [{ templateId, x: 0, y: 0 }],
    cards: [],
    teams: [...(EXAMPLE_TEAMS[templateId] ?? [])],
    notes: [],
    initiatives: 0,
    placed: 0,
  }
}

/** The page box around everything a picture shows; null where it shows nothing. */
export function boundsOf(picture: BoardPicture): Box | null {
  const frames = picture.templates.flatMap(({ templateId, x, y }): Box[] => {
    const template = findTemplate(templateId)
    return template ? [{ x, y, ...template.size }] : []
  })
  const boxes = [
    ...frames,
    ...picture.cards.map((card) => ({ ...card, ...CARD_SIZE_PX })),
    ...picture.teams,
    ...picture.notes.map((note) => ({ ...note, w: NOTE_PX, h: NOTE_PX })),
  ]
  if (boxes.length === 0) return null
  const [left, top] = [Math.min(...boxes.map(({ x }) => x)), Math.min(...boxes.map(({ y }) => y))]
  const right = Math.max(...boxes.map(({ x, w }) => x + w))
  const bottom = Math.max(...boxes.map(({ y, h }) => y + h))
  return { x: left, y: top, w: right - left, h: bottom - top }
}

/** The notes that lie on the page itself; one inside a group or frame has no page position of its own. */
function listNotes(board: BoardDocument): { x: number; y: number }[] {
  const notes: { x: number; y: number }[] = []
  for (const map of board.records.values()) {
    const record = readRecord(map)
    if (record?.['type'] !== 'note' || record['parentId'] !== PAGE_ID) continue
    const { x, y } = record
    if (typeof x === 'number' && typeof y === 'number') notes.push({ x: round(x), y: round(y) })
    if (notes.length === SHOWN) break
  }
  return notes
}

/** Adding zero turns -0 into 0. */
function round(value: number): number {
  return Math.round(value) + 0
}
