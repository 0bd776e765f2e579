import type { Json } from '@/lib/board/layout'
import { CANVAS_INSTANCE, placementKey, type BoardDocument, type BoardRecord } from '@/lib/board/layout'
import { addInitiatives } from '@/lib/board/operations/initiatives'
import { setPlacements } from '@/lib/board/operations/placements'
import { createRecords } from '@/lib/board/operations/records'
import { keysBetween } from '@/lib/board/fractional-index'
import type { InitiativeId, PersonId } from '@/lib/ids'

/** What a board holds: cards, which are pieces of work with a place, and notes, which are plain shapes. */
export interface Content {
  readonly cards: number
  readonly notes: number
}

const NOTE_TEXT = 'What stands on a note that somebody wrote in a workshop, give or take'

/** The key under which the place of a card is kept in a board document. */
export function cardKey(card: number): string {
  return placementKey(cardId(card), CANVAS_INSTANCE)
}

export function cardId(card: number): InitiativeId {
  return `card-${card}` as InitiativeId
}

export function noteId(note: number): string {
  return `shape:note-${note}`
}

export function cardTitle(card: number): string {
  return `Piece of work number ${card} that a team talks about`
}

/** Puts the content on a board document in the name of a person. */
export function fillBoard(board: BoardDocument, personId: string, { cards, notes }: Content): void {
  const author = { personId: personId as PersonId, now: Date.now(), origin: 'person' } as const
  const all = Array.from({ length: cards }, (_, card) => card)
  addInitiatives(
    board,
    author,
    all.map((card) => ({ id: cardId(card), title: cardTitle(card) })),
  )
  setPlacements(
    board,
    author,
    all.map((card) => ({ key: cardKey(card), placement: { target: 'canvas', dx: 0, dy: card } })),
  )
  createRecords(
    board,
    author,
    keysBetween('a1', null, notes).map((index, note) => ({
      ...noteRecord(noteId(note), index, note),
      meta: { createdBy: author.personId, createdAt: author.now },
    })),
  )
}

/** A note as tldraw keeps it. */
export function noteRecord(id: string, index: string, at: number): BoardRecord {
  const look = {
    geo: 'rectangle',
    color: 'black',
    labelColor: 'black',
    fill: 'none',
    dash: 'draw',
    size: 'm',
  }
  const text = { font: 'draw', align: 'middle', verticalAlign: 'middle', url: '', scale: 1, growY: 0 }
  return {
    id,
    typeName: 'shape',
    type: 'geo',
    parentId: 'page:page',
    index,
    x: (at % 70) * 120,
    y: Math.floor(at / 70) * 120,
    rotation: 0,
    isLocked: false,
    opacity: 1,
    props: { w: 100, h: 100, ...look, ...text, richText: richTextOf(`${NOTE_TEXT} ${at}`) },
    meta: {},
  }
}

export function richTextOf(text: string): Json {
  return { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] }
}

/** A long text in words that begins with its mark. */
export function longText(mark: string, characters: number): string {
  return `${mark} ${'someword '.repeat(Math.ceil(characters / 9))}`.slice(0, characters)
}
