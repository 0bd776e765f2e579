import type { BoardRecord } from '@/lib/board/layout'

/** A template in this page's own hand: how far it is from where the document has it, in px. */
export interface TemplateInHand {
  readonly instanceId: string
  readonly dx: number
  readonly dy: number
  /** Ids of free records that go along. */
  readonly along: readonly string[]
}

/** Says whether a record goes along with a template: it is part of it, stands on it or lies on it. */
export function goesAlong(record: BoardRecord, hand: TemplateInHand): boolean {
  const props = record['props']
  const isPart =
    typeof props === 'object' &&
    props !== null &&
    'instanceId' in props &&
    props.instanceId === hand.instanceId
  return isPart || hand.along.includes(record.id)
}

/** The record as it looks in the hand. */
export function shiftedBy(record: BoardRecord, { dx, dy }: TemplateInHand): BoardRecord {
  return { ...record, x: Number(record['x']) + dx, y: Number(record['y']) + dy }
}
