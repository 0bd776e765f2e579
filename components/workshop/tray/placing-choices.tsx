'use client'

import { useValue } from '@tldraw/state-react'
import { Fragment } from 'react'
import { nameInstances } from '@/lib/board/places/instance-names'
import { findCurve } from '@/lib/curves/catalogue'
import { toSvgPath } from '@/lib/curves/svg-path'
import { findTemplate } from '@/lib/templates/catalogue'
import type { Curve } from '@/lib/curves/curve'
import type { InstanceId } from '@/lib/ids'
import { useBoardClient } from '../../board/board-context'
import { MenuItem, MenuLabel } from '../../ui/overlays/menu'
import { SubMenu } from '../../ui/overlays/sub-menu'
import { capitalised } from '@/lib/capitalised'
import styles from './placing-choices.module.css'

export interface Choice {
  readonly instanceId: InstanceId
  readonly curve: Curve
  readonly x: number | null
  readonly words: string
}

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

/** Every curve on the board with places along it, as entries of a menu: dragging for those who do not drag. */
export function PlacingChoices({ onPick, except = [] }: PlacingChoicesProps) {
  const client = useBoardClient()
  const instances = useValue(client.view.instances)
  const names = nameInstances(instances)
  const hasSeveral = instances.filter(({ templateId }) => findTemplate(templateId)?.plots.length).length > 1
  return instances.map((instance) => {
    if (except.includes(instance.id)) return null
    const template = findTemplate(instance.templateId)
    const curves = (template?.plots ?? [])
      .map((plot) => findCurve(plot.curveId))
      .filter((curve) => curve !== null)
    if (curves.length === 0) return null
    return (
      <Fragment key={instance.id}>
        <MenuLabel>{hasSeveral ? `Place on “${names.get(instance.id) ?? ''}”…` : 'Place on…'}</MenuLabel>
        {curves.map((curve) => (
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
              onSelect={() =>
                onPick({ instanceId: instance.id, curve, x: null, words: 'not sure where yet' })
              }
            >
              Not sure where yet
            </MenuItem>
          </SubMenu>
        ))}
      </Fragment>
    )
  })
}

function CurveGlyph({ curve }: { readonly curve: Curve }) {
  return (
    <svg className={styles.glyph} viewBox="-1.5 -1.5 21 17" aria-hidden>
      <path d={toSvgPath(curve, GLYPH)} />
    </svg>
  )
}
