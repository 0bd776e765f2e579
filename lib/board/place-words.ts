import { findCurve } from '../curves/catalogue'
import { readingOf } from '../curves/reading'
import { findTemplate } from '../templates/catalogue'
import type { InstanceId } from '../ids'
import type { Instance, Placement } from './layout'

/** Where a card stands on its template, and what that means, as a person would say it. */
export interface PlaceWords {
  /** Such as `on “Slow burn”`. */
  readonly where: string
  /** Empty where the place means nothing yet. */
  readonly reading: string
}

const CURVE = 'curve:'

/** Says in words where a placement puts its card. */
export function placeWords({ target, x }: Placement): PlaceWords {
  const curve = target.startsWith(CURVE) ? findCurve(target.slice(CURVE.length)) : null
  if (curve) return { where: `on “${curve.name}”`, reading: readingOf(curve, x) }
  return { where: target === 'canvas' ? 'on the canvas' : 'inside, on no curve', reading: '' }
}

/** What each template on the board is called; where one stands there twice, they are numbered. */
export function nameInstances(instances: readonly Instance[]): ReadonlyMap<InstanceId, string> {
  const seen = new Map<string, number>()
  return new Map(
    instances.map(({ id, templateId }) => {
      const name = findTemplate(templateId)?.name ?? templateId
      const number = (seen.get(name) ?? 0) + 1
      seen.set(name, number)
      return [id, number === 1 ? name : `${name} ${number}`]
    }),
  )
}
