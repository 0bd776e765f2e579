import { holds } from '@/lib/geometry/box'
import type { Point } from '@/lib/geometry/point'
import type { StandingTemplate } from '@/lib/board/places/standing'

/** Something that the keyboard can come to, and the number of its template in the row; beside all templates it is last. */
export interface Stop<Id> {
  readonly id: Id
  readonly row: number
}

interface Centred<Id> {
  readonly id: Id
  readonly centre: Point
}

/** One template after another, as they stand from left to right; within each the order is kept. */
export function readingOrder<Id>(
  shapes: readonly Centred<Id>[],
  templates: readonly Pick<StandingTemplate, 'frame'>[],
): readonly Stop<Id>[] {
  const rowOf = (centre: Point): number => {
    const row = templates.findIndex(({ frame }) => holds(frame, centre))
    return row < 0 ? templates.length : row
  }
  return shapes
    .map(({ id, centre }) => ({ id, row: rowOf(centre) }))
    .sort((one, other) => one.row - other.row)
}

/** The first thing from a template on, or the last up to it; around the ends where there is none. */
export function stopFrom<Id>(
  order: readonly Stop<Id>[],
  row: number,
  direction: 'next' | 'prev',
): Id | undefined {
  return direction === 'next'
    ? (order.find((stop) => stop.row >= row) ?? order[0])?.id
    : (order.findLast((stop) => stop.row <= row) ?? order.at(-1))?.id
}
