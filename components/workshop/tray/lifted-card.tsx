'use client'

import { useValue } from '@tldraw/state-react'
import type { CSSProperties } from 'react'
import { createPortal } from 'react-dom'
import { CARD_SIZE_PX } from '@/lib/board/shapes/card'
import { teamColor } from '../../board/team-color'
import styles from './lifted-card.module.css'
import type { TrayDrag } from './tray-drag'

/** The card under the hand, as large as it will lie on the canvas. */
export function LiftedCardPreview({ drag }: { readonly drag: TrayDrag }) {
  const lifted = useValue(drag.lifted)
  if (!lifted) return null
  const { at, grab, scale } = lifted
  const x = at.x - grab.x * CARD_SIZE_PX.w * scale
  const y = at.y - grab.y * CARD_SIZE_PX.h * scale
  const style = {
    transform: `translate(${x}px, ${y}px) scale(${scale})`,
    '--team': teamColor(lifted.team),
  } as CSSProperties
  return createPortal(
    <div className={styles.card} style={style} data-over-canvas={lifted.overCanvas || undefined} aria-hidden>
      <p className={styles.title}>{lifted.title || 'Untitled'}</p>
      {lifted.team && <p className={styles.team}>{lifted.team}</p>}
    </div>,
    document.body,
  )
}
