'use client'

import { useValue } from '@tldraw/state-react'
import type { CSSProperties } from 'react'
import { useBoardClient } from '../../board/board-context'
import { CANVAS_COLORS, CANVAS_SIZES } from '../../board/canvas/canvas-styles'
import { classNames } from '../../ui/class-names'
import { Tooltip } from '../../ui/overlays/tooltip'
import styles from './look-strip.module.css'

/** Colour and size of what is selected or drawn next; not there while nothing has either. */
export function LookStrip() {
  const client = useBoardClient()
  const canvas = useValue(client.canvas)
  const look = useValue('look', () => client.canvas.get()?.look.get() ?? null, [client])
  if (!canvas || !look) return null
  return (
    <div className={styles.strip} role="toolbar" aria-label="Look" data-look data-testid="look">
      <div className={styles.group} role="group" aria-label="Colour">
        {CANVAS_COLORS.map(({ color, ink, note }) => {
          const { words, swatch } = look.isNote ? note : ink
          return (
            <Tooltip key={color} label={words} side="top">
              <button
                type="button"
                className={styles.choice}
                style={{ '--swatch': swatch } as CSSProperties}
                aria-label={words}
                aria-pressed={look.color === color}
                onClick={() => canvas.setLook({ color })}
              >
                <span className={classNames(styles.swatch, look.isNote && styles.paper)} />
              </button>
            </Tooltip>
          )
        })}
      </div>
      <div className={styles.group} role="group" aria-label="Size">
        {CANVAS_SIZES.map(({ size, words }) => (
          <Tooltip key={size} label={words} side="top">
            <button
              type="button"
              className={styles.choice}
              aria-label={words}
              aria-pressed={look.size === size}
              onClick={() => canvas.setLook({ size })}
            >
              <span className={styles.dot} data-size={size} />
            </button>
          </Tooltip>
        ))}
      </div>
    </div>
  )
}
