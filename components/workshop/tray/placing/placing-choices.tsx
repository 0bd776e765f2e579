'use client'

import { useValue } from '@tldraw/state-react'
import { nameInstances } from '@/lib/board/places/instance-names'
import { findCurve } from '@/lib/curves/catalogue'
import { toSvgPath } from '@/lib/curves/svg-path'
import { findTemplate } from '@/lib/templates/catalogue'
import { isTeamMap } from '@/lib/templates/is-team-map'
import type { Curve } from '@/lib/curves/curve'
import type { Instance } from '@/lib/board/layout'
import type { InstanceId } from '@/lib/ids'
import { useBoardClient } from '../../../board/board-context'
import { MenuItem, MenuLabel } from '../../../ui/overlays/menus/menu'
import { SubMenu } from '../../../ui/overlays/menus/sub-menu'
import { capitalised } from '@/lib/text/capitalised'
import type { Choice } from './choice'
import styles from './placing-choices.module.css'
import { TeamChoices } from './team-choices'

const POSITIONS = [
  { x: 0.1, words: 'at the start' },
  { x: 0.5, words: 'in the middle' },
  { x: 0.9, words: 'late' },
] as const
const GLYPH = { w: 18, h: 14 }

interface PlacingChoicesProps {
  readonly onPick: (choice: Choice) => void
  /** Templates that are left out, because the card stands there. */
  readonly except?: readonly InstanceId[]
}

/** Every curve on the board with places along it, and every team, as entries of a menu: dragging for those who do not drag. */
export function PlacingChoices({ onPick, except = [] }: PlacingChoicesProps) {
  const instances = useValue(useBoardClient().view.instances)
  const names = nameInstances(instances)
  const curved = instances.filter(({ templateId }) => curvesOf(templateId).length > 0)
  const maps = instances.filter(isTeamMap)
  const nameOf = ({ id }: Instance, among: readonly Instance[]): string | null =>
    among.length > 1 ? (names.get(id) ?? '') : null
  return instances.map((instance) => {
    if (except.includes(instance.id)) return null
    if (curved.includes(instance))
      return (
        <CurveChoices key={instance.id} instance={instance} name={nameOf(instance, curved)} onPick={onPick} />
      )
    if (!maps.includes(instance)) return null
    return (
      <TeamChoices
        key={instance.id}
        instanceId={instance.id}
        mapName={nameOf(instance, maps)}
        onPick={onPick}
      />
    )
  })
}

interface CurveChoicesProps extends Pick<PlacingChoicesProps, 'onPick'> {
  readonly instance: Instance
  /** What the template is called, where there are several. */
  readonly name: string | null
}

function CurveChoices({ instance, name, onPick }: CurveChoicesProps) {
  return (
    <>
      <MenuLabel>{name === null ? 'Place on…' : `Place on “${name}”…`}</MenuLabel>
      {curvesOf(instance.templateId).map((curve) => (
        <SubMenu key={curve.id} label={curve.name} icon={<CurveGlyph curve={curve} />}>
          {POSITIONS.map(({ x, words }) => (
            <MenuItem
              key={words}
              hint={`${Math.round(x * 100)} %`}
              onSelect={() => onPick({ instanceId: instance.id, curve, x, words })}
            >
              {capitalised(words)}
            </MenuItem>
          ))}
          <MenuItem
            onSelect={() => onPick({ instanceId: instance.id, curve, x: null, words: 'not sure where yet' })}
          >
            Not sure where yet
          </MenuItem>
        </SubMenu>
      ))}
    </>
  )
}

function curvesOf(templateId: string): readonly Curve[] {
  const plots = findTemplate(templateId)?.plots ?? []
  return plots.map(({ curveId }) => findCurve(curveId)).filter((curve) => curve !== null)
}

function CurveGlyph({ curve }: { readonly curve: Curve }) {
  return (
    <svg className={styles.glyph} viewBox="-1.5 -1.5 21 17" aria-hidden>
      <path d={toSvgPath(curve, GLYPH)} />
    </svg>
  )
}
