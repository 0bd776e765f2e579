import type { TLShape, TLStore } from '@tldraw/tlschema'
import { isLiving } from '@/lib/board/initiatives/living'
import * as z from '@/lib/zod'
import { isLinkAddress } from '@/lib/board/initiatives/addresses'
import { INITIATIVE_LIMITS } from '@/lib/board/limits/initiative-limits'
import { cardShapeId, parsePlacementKey, placementKey, type BoardDocument } from '@/lib/board/layout'
import { addInitiatives, type InitiativeDraft } from '@/lib/board/operations/initiatives'
import { setPlacements } from '@/lib/board/operations/placements'
import { updateRecords } from '@/lib/board/operations/records'
import type { CardDrop } from '@/lib/board/places/cards/loose/dropped-cards'
import { holdOf } from '@/lib/board/places/placement'
import { assignAsPlaced, assignTeam } from '@/lib/board/operations/assign'
import { readInitiative, readPlacement } from '@/lib/board/read'
import { findShortage, shortageSentence } from '@/lib/board/limits/room-for'
import type { CardProps } from '@/lib/board/shapes/card'
import { revertStep } from '@/lib/board/operations/revert-step'
import type { Author, Step, StepChange } from '@/lib/board/step'
import { isTag } from '@/lib/board/initiatives/tags'
import { createId, type InitiativeId, type InstanceId, type RandomBytes } from '@/lib/ids'
import { LIMITS } from '@/lib/sync/limits'
import type { CardGround } from './card-ground'
import { pagePlace } from '../page-place'
import { REFUSALS } from './refusals'

const name = z.string().min(1).max(INITIATIVE_LIMITS.NAME_CHARACTERS)

/** What the canvas puts into `meta.initiative` of a copied card, so that another board can make it. */
const carriedSchema = z.object({
  title: z.string().max(LIMITS.TITLE_CHARACTERS),
  summary: z.string().max(LIMITS.SUMMARY_CHARACTERS).optional(),
  team: name.optional(),
  owner: name.optional(),
  effort: z.number().min(0).max(INITIATIVE_LIMITS.MOST_EFFORT).optional(),
  tags: z.array(z.string().refine(isTag)).max(INITIATIVE_LIMITS.TAGS).readonly().optional(),
  links: z.array(z.string().refine(isLinkAddress)).max(INITIATIVE_LIMITS.LINKS).readonly().optional(),
})
type Carried = z.infer<typeof carriedSchema>

export interface CardCommit {
  readonly board: BoardDocument
  readonly store: TLStore
  readonly author: Author
  readonly random: RandomBytes
  /** What the same gesture has written so far. */
  readonly earlier: Step
  /** A hand let go; keys put a card exactly where they move it, or it could never pass another one. */
  readonly isLetGo: boolean
  readonly ground: CardGround
}

interface Ids {
  readonly initiativeId: InitiativeId
  readonly instanceId: InstanceId
}

/** What a moved card did, and the shape that shows it where it stands now. */
export interface MovedCard {
  readonly step: Step
  readonly shapeId: string
}

/**
 * Stores where a moved card stands: its old placement goes, its new one comes, and the arrows that hang on it follow.
 * Where the same gesture had put it down already, that is taken back first; the hand still holds the card by its old id
 * and would leave a second one behind.
 */
export function commitCardMove(commit: CardCommit, card: TLShape): MovedCard {
  const { initiativeId, instanceId } = idsOf(card)
  const placedBefore = commit.earlier.filter((change) => isPlacing(change, initiativeId, card.id))
  const takenBack = revertStep(commit.board, commit.author, placedBefore)
  commit.ground.noteTakenBack(takenBack)
  const drop = dropOf(commit, card, { rests: commit.isLetGo })
  const key = placementKey(initiativeId, instanceId)
  const target = placementKey(initiativeId, drop.instanceId)
  const shapeId = cardShapeId(initiativeId, drop.instanceId)
  const before = readPlacement(commit.board, target)
  const assigned = assignAsPlaced(commit.board, commit.author, {
    id: initiativeId,
    before,
    after: drop.placement,
  })
  const placed = setPlacements(commit.board, commit.author, [
    ...(target === key ? [] : [{ key, placement: null }]),
    { key: target, placement: drop.placement },
  ])
  return { step: [...takenBack, ...assigned, ...placed, ...bindTo(commit, card.id, shapeId)], shapeId }
}

/** Arrows that hang on a card hang on the shape that shows it elsewhere. */
function bindTo({ board, author, ground }: CardCommit, oldId: string, newId: string): Step {
  if (oldId === newId) return []
  const bound = ground.boundTo(oldId).map((before) => ({ before, after: { ...before, toId: newId } }))
  return updateRecords(board, author, bound)
}

/** Where an initiative stands, what hung on its card, and the team it belongs to because it stands there. */
function isPlacing(change: StepChange, id: InitiativeId, cardId: string): boolean {
  if (change.kind === 'placement') return parsePlacementKey(change.key)?.initiativeId === id
  if (change.kind !== 'unit') return false
  return change.root === 'initiatives' ? change.id === id : change.unit === 'toId' && change.before === cardId
}

/** Takes a card away; its initiative goes back to the tray. */
export function commitCardRemoval({ board, author, ground }: CardCommit, cardId: string): StepChange[] {
  const key = ground.keyOf(cardId)
  return key === null ? [] : [...setPlacements(board, author, [{ key, placement: null }])]
}

/** What became of a duplicated or pasted shape: the derived one that takes its place, or why there is none. */
export interface Made {
  readonly step: Step
  readonly shapeId: string | null
  /** To be told; null where nothing was refused. */
  readonly refusal: string | null
}

/** Nothing was made, for this reason. */
export function notMade(refusal: string): Made {
  return { step: [], shapeId: null, refusal }
}

/**
 * Makes a duplicated or pasted card real. Where its initiative stands already, a copy of the initiative is made; on
 * another instance the same one is placed; one from another board is made from the fields it carries.
 */
export function commitNewCard(commit: CardCommit, card: TLShape): Made {
  const drop = dropOf(commit, card, { rests: true })
  const known = idsOf(card).initiativeId
  const isFree =
    isLiving(commit.board, known) && !readPlacement(commit.board, placementKey(known, drop.instanceId))
  const made = isFree ? { id: known, step: [] } : makeInitiative(commit, card)
  if ('refusal' in made) return notMade(made.refusal)
  const { id, step } = made
  const key = placementKey(id, drop.instanceId)
  const placed = setPlacements(commit.board, commit.author, [{ key, placement: drop.placement }])
  const assigned = assignAsPlaced(commit.board, commit.author, { id, before: null, after: drop.placement })
  const shapeId = cardShapeId(id, drop.instanceId)
  return { step: [...step, ...placed, ...assigned], shapeId, refusal: null }
}

function dropOf({ ground, store }: CardCommit, card: TLShape, { rests }: { rests: boolean }): CardDrop {
  const [at, hold] = [pagePlace(store, card), holdOf(card.props as CardProps)]
  return rests ? ground.drop(card.id, at, hold) : ground.put(at, hold)
}

function makeInitiative(
  commit: CardCommit,
  card: TLShape,
): { id: InitiativeId; step: Step } | { refusal: string } {
  const { board, author, random } = commit
  const carried = fieldsOf(board, card)
  const { initiativeId } = idsOf(card)
  const teamId = isLiving(board, initiativeId) && readInitiative(board, initiativeId)?.teamId
  if (!carried) return { refusal: REFUSALS.card }
  const shortage = findShortage(board, 'initiatives', { added: 1 })
  if (shortage) return { refusal: shortageSentence('initiatives', shortage) }
  const id = createId<'InitiativeId'>(random) as InitiativeId
  const step = addInitiatives(board, author, [{ id, ...definedOnly(carried) }])
  // By its name alone it would not follow its team when that is renamed.
  return { id, step: [...step, ...(teamId ? assignTeam(board, author, { id, teamId }) : [])] }
}

function fieldsOf(board: BoardDocument, card: TLShape): Carried | null {
  const { initiativeId } = idsOf(card)
  if (isLiving(board, initiativeId)) return readInitiative(board, initiativeId)
  const carried = carriedSchema.safeParse(card.meta['initiative'])
  return carried.success ? carried.data : null
}

function idsOf(card: TLShape): Ids {
  const { initiativeId, instanceId } = card.props as CardProps
  return { initiativeId: initiativeId as InitiativeId, instanceId: instanceId as InstanceId }
}

/** A copy is work of its own: what it has beside these, such as its key, stays with the first. */
function definedOnly({ title, ...carried }: Carried): Omit<InitiativeDraft, 'id'> {
  const { summary, team, owner, effort, tags, links } = carried
  const fields = Object.entries({ summary, team, owner, effort, tags, links })
  return { title, ...Object.fromEntries(fields.filter(([, value]) => value !== undefined)) }
}
