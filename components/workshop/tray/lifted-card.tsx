'use client'

import { useValue } from '@tldraw/state-react'
import type { CSSProperties } from 'react'
import { createPortal } from 'react-dom'
import { CARD_SIZE_PX } from '@/lib/board/shapes/card'
import { teamColor } from '../../board/team-color'
import styles from './lifted-card.module.css'
import type { TrayDrag } from './tray-drag'

/** Where the canvas writes larger letters on its cards; the card keeps them when it is let go. */
const LETTERS = [
  { below: 0.4, detail: 'title' },
  { below: 0.65, detail: 'large' },
] as const

/** The card under the hand, as large as it will lie on the canvas. */
export function LiftedCardPreview({ drag }: { readonly drag: TrayDrag }) {
  const lifted = useValue(drag.lifted)
  if (!lifted) return null
  const { at, grab, scale } = lifted
  const x = at.x - grab.x * CARD_SIZE_PX.w * scale
  const y = at.y - grab.y * CARD_SIZE_PX.h * scale
  const detail = LETTERS.find(({ below }) => scale < below)?.detail
  const style = {
    transform: `translate(${x}px, ${y}px) scale(${scale})`,
    '--team': teamColor(lifted.team),
  } as CSSProperties
  return createPortal(
    <div
      className={styles.card}
      style={style}
      data-over-canvas={lifted.overCanvas || undefined}
      data-detail={detail}
      aria-hidden
    >
      <p className={styles.title}>{lifted.title || 'Untitled'}</p>
      {lifted.team && <p className={styles.team}>{lifted.team}</p>}
    </div>,
    document.body,
  )
}
