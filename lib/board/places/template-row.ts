import { findTemplate } from '../../templates/catalogue'
import type { InstanceId } from '../../ids'
import type { Instance } from '../layout'
import { nameInstances } from './instance-names'

/** One template of a board by its name there. */
export interface RowEntry {
  readonly id: InstanceId
  readonly name: string
}

/** The templates that can be shown, in the order in which the eye meets them: from left to right, then down. */
export function templateRow(instances: readonly Instance[]): readonly RowEntry[] {
  const names = nameInstances(instances)
  return instances
    .filter(({ deleted, templateId }) => !deleted && findTemplate(templateId) !== null)
    .sort(leftToRight)
    .map(({ id }) => ({ id, name: names.get(id) ?? '' }))
}

/** Sorts templates as the eye meets them. */
export function leftToRight(
  { place: one }: Pick<Instance, 'place'>,
  { place: other }: Pick<Instance, 'place'>,
): number {
  return one[0] - other[0] || one[1] - other[1]
}

/** The entry so many steps from another, around the ends; the first one where no entry is the current one. */
export function stepInRow(row: readonly RowEntry[], current: string | null, by: 1 | -1): RowEntry | null {
  const at = row.findIndex(({ id }) => id === current)
  if (at < 0) return row[0] ?? null
  return row[(at + by + row.length) % row.length] ?? null
}
