'use client'

import { useValue } from '@tldraw/state-react'
import { useEffect, type CSSProperties } from 'react'
import { createPortal } from 'react-dom'
import { cardRoom } from '@/lib/board/shapes/card-room'
import { detailAt } from '@/lib/board/shapes/detail'
import { hueOf } from '@/lib/teams/team-hues'
import { titleLabel } from '@/lib/board/initiatives/title-label'
import { useBoardClient } from '../../../board/board-context'
import { teamColor } from '../../../board/colors/team-color'
import styles from './lifted-card.module.css'
import type { TrayDrag } from './tray-drag'

/** The card under the hand, as large as it will lie on the canvas. */
export function LiftedCardPreview({ drag }: { readonly drag: TrayDrag }) {
  const lifted = useValue(drag.lifted)
  const { view } = useBoardClient()
  const hue = useValue('team hue', () => hueOf(view.teamHues.get(), drag.lifted.get()?.team), [view, drag])
  useGraspingHand(lifted !== null)
  if (!lifted) return null
  const { corner, size, scale } = lifted
  const { titleLines, hasRow, isLow } = cardRoom(size.h)
  const style = {
    transform: `translate(${corner.x}px, ${corner.y}px) scale(${scale})`,
    width: size.w,
    height: size.h,
    '--lines': titleLines,
    '--team': teamColor(hue),
  } as CSSProperties
  return createPortal(
    <div
      className={styles.card}
      style={style}
      data-detail={detailAt(scale)}
      data-low={isLow}
      data-testid="lifted-card"
      aria-hidden
    >
      <p className={styles.title}>{titleLabel(lifted.title)}</p>
      {lifted.team && hasRow && <p className={styles.team}>{lifted.team}</p>}
    </div>,
    document.body,
  )
}

function useGraspingHand(isHolding: boolean): void {
  useEffect(() => {
    const name = styles['holding']
    if (!isHolding || !name) return
    document.body.classList.add(name)
    return () => document.body.classList.remove(name)
  }, [isHolding])
}
