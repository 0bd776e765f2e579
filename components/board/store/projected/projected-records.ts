import type { BoardDocument, BoardRecord } from '@/lib/board/layout'
import { intoFrame } from '@/lib/geometry/frame'
import type { LayoutMemory } from '@/lib/board/places/cards/layout-cards'
import { readRecord } from '@/lib/board/read'
import { checkRecord } from '@/lib/board/limits/record-limits'
import { PAGE_ID } from '@/lib/board/seed'
import { applyUnits, sameJson } from '@/lib/board/units'
import type { RemoteGesture } from '../../lane/lane'
import { boxOf, carriedRecords, type TeamsInHands } from '../gesture/carried-records'
import { pageFrameOf, type Placed } from '../page-place'
import { derivedRecords, ghostRecords, isTeamShape, isTemplateShape } from './derived-records'
import { keepSameParts } from './keep-same-parts'
import { repairForDisplay, type DisplayRepair } from './repair-for-display'
import { asStillPicture } from './still-picture'
import { goesAlong, shiftedBy, type TemplateInHand } from '../gesture/template-in-hand'

type Records = Map<string, BoardRecord>

/**
 * What the canvas shows, record by record: the document's own records, the shapes that follow from instances and
 * placements, and over both what moves in others' hands. It is told what changed and answers which ids look different.
 */
export class ProjectedRecords {
  /** Records this version cannot show, with the reason. They stay in the document untouched. */
  readonly setAside = new Map<string, string>()
  private readonly board: BoardDocument
  private readonly free: Records = new Map()
  private readonly memory: LayoutMemory = new Map()
  private derived: Records = new Map()
  private ghosts: Records = new Map()
  /** What others' hands move, and where on the page it is. */
  private moved = new Map<string, { x: number; y: number }>()
  private ownHand: TeamsInHands = new Map()
  private carried: Records = new Map()
  private template: TemplateInHand | null = null
  private repaired: ReadonlyMap<string, DisplayRepair> = new Map()
  private isStructureStale = true

  constructor(board: BoardDocument) {
    this.board = board
    this.readAgain(board.records.keys())
    this.layOut()
    this.repair()
  }

  /** The record as the canvas shows it; null where it shows none. */
  get(id: string): BoardRecord | null {
    const record = this.settled(id)
    const place = this.moved.get(id)
    if (record && place) return { ...record, ...this.inParent(record, place) }
    return this.still(id) ?? this.ghosts.get(id) ?? null
  }

  ids(): string[] {
    const all = [...this.free.keys(), ...this.derived.keys(), ...this.ghosts.keys()]
    return all.filter((id) => this.get(id) !== null)
  }

  /** Reads these records from the document again. */
  readAgain(ids: Iterable<string>): void {
    for (const id of ids) {
      const before = this.free.get(id)
      const after = this.readFree(id)
      if (after) this.free.set(id, before ? keepSameParts(before, after) : after)
      else this.free.delete(id)
      this.isStructureStale ||= structureOf(before) !== structureOf(after)
    }
  }

  /** Lays out templates and cards again. */
  layOut(): ReadonlySet<string> {
    const next = derivedRecords(this.board, this.memory)
    const changed = differences(this.derived, next)
    this.isStructureStale ||=
      this.derived.size !== next.size || [...next.keys()].some((id) => !this.derived.has(id))
    this.derived = next
    const carried = this.carry()
    return new Set([...changed, ...carried])
  }

  /** Mends what cannot be drawn, if anything that matters for it changed. Only the picture is mended. */
  repair(): ReadonlySet<string> {
    if (!this.isStructureStale) return new Set()
    this.isStructureStale = false
    const before = this.repaired
    this.repaired = repairForDisplay(this.free, new Set(this.derived.keys()))
    return new Set([...before.keys(), ...this.repaired.keys()])
  }

  /** Shows others' hands as they are at this moment. */
  showLane(gestures: readonly RemoteGesture[]): ReadonlySet<string> {
    const moved = new Map<string, { x: number; y: number }>()
    for (const gesture of gestures) {
      if (gesture.what !== 'move') continue
      for (const { id, x, y } of gesture.records) if (this.canBeCarried(id)) moved.set(id, { x, y })
    }
    const ghosts = ghostRecords(this.board, gestures)
    const changed = new Set([...this.moved.keys(), ...moved.keys(), ...this.ghosts.keys(), ...ghosts.keys()])
    this.moved = moved
    this.ghosts = ghosts
    for (const id of this.carry()) changed.add(id)
    return changed
  }

  /** What others' hands move inside other shapes: how it looks there changes with them, too. */
  movedInside(): string[] {
    return [...this.moved.keys()].filter((id) => this.settled(id)?.['parentId'] !== PAGE_ID)
  }

  /** Shows what hangs on teams where this page's own hand has them. */
  showOwnHand(teams: TeamsInHands): ReadonlySet<string> {
    if (this.ownHand.size === 0 && teams.size === 0) return new Set()
    this.ownHand = teams
    return this.carry()
  }

  /** Shows a template where this page's own hand has it. */
  showTemplateInHand(hand: TemplateInHand | null): ReadonlySet<string> {
    const changed = new Set<string>()
    for (const one of [this.template, hand]) {
      for (const record of one ? this.derived.values() : []) {
        if (one && goesAlong(record, one)) changed.add(record.id)
      }
      for (const id of one?.along ?? []) changed.add(id)
    }
    this.template = hand
    return changed
  }

  private carry(): ReadonlySet<string> {
    const hands = new Map(this.ownHand)
    for (const [id, place] of this.moved) {
      const box = isTeamShape(id) ? boxOf(this.derived.get(id)) : null
      if (box && !hands.has(id)) hands.set(id, { ...box, ...place })
    }
    const before = this.carried
    this.carried = carriedRecords(this.derived, hands)
    return new Set([...before.keys(), ...this.carried.keys()])
  }

  /** No hand of ours moves a template, nor what is no shape; what names one is not from our client. */
  private canBeCarried(id: string): boolean {
    return !isTemplateShape(id) && this.settled(id)?.typeName === 'shape'
  }

  /** A hand moves on the page; what it has may lie in something that is turned, or moves itself. */
  private inParent(record: BoardRecord, place: { x: number; y: number }): { x: number; y: number } {
    const { parentId } = record
    if (parentId === PAGE_ID || typeof parentId !== 'string') return place
    const find = (id: string): Placed | undefined => placedIn(this.still(id))
    return intoFrame(pageFrameOf(find, parentId, { placeOf: (id) => this.moved.get(id) }), place)
  }

  /** The record without others' hands. */
  private still(id: string): BoardRecord | null {
    const record = this.settled(id)
    return record && this.template && goesAlong(record, this.template)
      ? shiftedBy(record, this.template)
      : record
  }

  private settled(id: string): BoardRecord | null {
    const record = this.carried.get(id) ?? this.derived.get(id) ?? this.free.get(id) ?? null
    const repair = this.repaired.get(id)
    if (!record || repair === undefined) return record
    return repair && applyUnits(record, repair)
  }

  private readFree(id: string): BoardRecord | null {
    this.setAside.delete(id)
    const map = this.board.records.get(id)
    if (!map) return null
    const checked = checkRecord(readRecord(map))
    if (checked.ok) return asStillPicture(checked.value)
    this.setAside.set(id, checked.error)
    return null
  }
}

/** What of a record others depend on. */
function structureOf(record: BoardRecord | null | undefined): string {
  if (record?.typeName === 'shape') return JSON.stringify([record['parentId'], record['index']])
  if (record?.typeName === 'binding') return JSON.stringify([record['fromId'], record['toId']])
  return record ? 'present' : ''
}

function placedIn(record: BoardRecord | null): Placed | undefined {
  const parentId = record?.['parentId']
  if (!record || typeof parentId !== 'string') return undefined
  const { x, y, rotation } = record
  return { parentId, x: Number(x), y: Number(y), rotation: Number(rotation) }
}

function differences(before: Records, after: Records): Set<string> {
  const changed = new Set<string>()
  for (const [id, record] of after) if (!sameJson(before.get(id), record)) changed.add(id)
  for (const id of before.keys()) if (!after.has(id)) changed.add(id)
  return changed
}
