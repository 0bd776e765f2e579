import { readingOf } from '../../curves/reading'
import { findTemplate } from '../../templates/catalogue'
import type { InstanceId } from '../../ids'
import { teamOfTarget, type Instance, type Placement, type Team } from '../layout'
import { curveOfTarget } from './placement'

/** Where a card stands on its template, and what that means, as a person would say it. */
export interface PlaceWords {
  /** Such as `on “Slow burn”`. */
  readonly where: string
  /** Empty where the place means nothing yet. */
  readonly reading: string
}

/** Says in words where a placement puts its card. */
export function placeWords(
  { target, x }: Placement,
  { instance, teams }: { instance: Instance | undefined; teams: readonly Pick<Team, 'id' | 'name'>[] },
): PlaceWords {
  const curve = curveOfTarget(target)
  if (curve) return { where: `on “${curve.name}”`, reading: readingOf(curve, x) }
  if (target === 'canvas') return { where: 'on the canvas', reading: '' }
  const teamId = teamOfTarget(target)
  const name = teams.find(({ id }) => id === teamId)?.name
  if (name !== undefined) return { where: `on the team “${name || 'Unnamed'}”`, reading: '' }
  const hasCurves = (findTemplate(instance?.templateId ?? '')?.plots.length ?? 0) > 0
  return { where: hasCurves ? 'inside, on no curve' : 'inside, on no team', reading: '' }
}

/** What a template on the board is called: as somebody named it, else as templates of its kind are. */
export function nameOf({ name, templateId }: Pick<Instance, 'name' | 'templateId'>): string {
  return name ?? findTemplate(templateId)?.name ?? 'Unknown template'
}

/** What each template on the board is called; where two are called the same, they are numbered. */
export function nameInstances(instances: readonly Instance[]): ReadonlyMap<InstanceId, string> {
  const seen = new Map<string, number>()
  return new Map(
    instances.map((instance) => {
      const { id } = instance
      const name = nameOf(instance)
      const number = (seen.get(name) ?? 0) + 1
      seen.set(name, number)
      return [id, number === 1 ? name : `${name} ${number}`]
    }),
  )
}
