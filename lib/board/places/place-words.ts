import { readingOf } from '../../curves/reading'
import { theTeam } from '../../teams/team-name'
import { findTemplate } from '../../templates/catalogue'
import { teamOfTarget, type Instance, type Placement, type Team } from '../layout'
import { curveOfTarget } from './curve-target'

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
  if (name !== undefined) return { where: `on ${theTeam(name)}`, reading: '' }
  const hasCurves = (findTemplate(instance?.templateId ?? '')?.plots.length ?? 0) > 0
  return { where: hasCurves ? 'inside, on no curve' : 'inside, on no team', reading: '' }
}
