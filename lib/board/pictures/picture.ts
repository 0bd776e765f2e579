import * as z from '../../zod'
import { findTemplate } from '../../templates/catalogue'
import { boxAround, type Box } from '../../geometry/box'
import { CANVAS_INSTANCE, parsePlacementKey, type BoardDocument, type BoardRecord } from '../layout'
import { TEAM_TYPE_IDS } from '../../teams/team-types'
import { layoutAllCards } from '../places/cards/layout-all-cards'
import { listInitiatives, listInstances, readRecord } from '../read'
import { PAGE_ID } from '../seed'
import { CARD_SIZE_PX } from '../shapes/card'
import { NOTE_PX } from '../shapes/note'
import { listStandingTeams } from '../places/teams/standing-teams'

/** Beyond this many of a kind a small picture shows no more. */
const SHOWN = 400
/** One that is said to be larger would leave nothing else to see. */
const LARGEST_SCALE = 10

const px = z.number().finite()
const pointSchema = z.object({ x: px, y: px })

/** A board in outline: enough to recognise it by, without a word of what is written on it. All px are page px. */
export const boardPictureSchema = z.object({
  templates: z.array(pointSchema.extend({ templateId: z.string() })),
  /** Top left corners of the cards. */
  cards: z.array(pointSchema),
  teams: z.array(pointSchema.extend({ w: px, h: px, type: z.enum(TEAM_TYPE_IDS) })),
  /** Top left corners of the sticky notes, and how wide and high each is. */
  notes: z.array(pointSchema.extend({ side: px })),
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

/** The page box around everything a picture shows; null where it shows nothing. */
export function boundsOf(picture: BoardPicture): Box | null {
  const frames = picture.templates.flatMap(({ templateId, x, y }): Box[] => {
    const template = findTemplate(templateId)
    return template ? [{ x, y, ...template.size }] : []
  })
  return boxAround([
    ...frames,
    ...picture.cards.map((card) => ({ ...card, ...CARD_SIZE_PX })),
    ...picture.teams,
    ...picture.notes.map((note) => ({ ...note, w: note.side, h: note.side })),
  ])
}

/** The notes that lie on the page itself; one inside a group or frame has no page position of its own. */
function listNotes(board: BoardDocument): BoardPicture['notes'] {
  const notes: BoardPicture['notes'] = []
  for (const map of board.records.values()) {
    const record = readRecord(map)
    if (record?.['type'] !== 'note' || record['parentId'] !== PAGE_ID) continue
    const { x, y } = record
    if (typeof x === 'number' && typeof y === 'number') {
      notes.push({ x: round(x), y: round(y), side: round(NOTE_PX * scaleOf(record)) })
    }
    if (notes.length === SHOWN) break
  }
  return notes
}

function scaleOf({ props }: BoardRecord): number {
  const parsed = z.object({ scale: px.positive().max(LARGEST_SCALE) }).safeParse(props)
  return parsed.success ? parsed.data.scale : 1
}

/** Adding zero turns -0 into 0. */
function round(value: number): number {
  return Math.round(value) + 0
}
