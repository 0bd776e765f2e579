import { useEditor, useValue } from 'tldraw'
import { useEffect, useRef } from 'react'
import type { BoardClient } from '../../board/board-client'
import { detailOf } from '../shapes/detail'
import { clientOf } from '../session/store-client'
import { CursorMotion } from './cursor-motion'
import { personColor } from './holders'
import styles from './people.module.css'

const MARGIN_PX = 40

/** Everybody else's cursor. React draws them; each frame moves them, so that nothing is rendered while they glide. */
export function Cursors(): React.ReactNode {
  const editor = useEditor()
  const client = clientOf(editor)
  const elements = useRef(new Map<number, HTMLDivElement>())
  const shown = useValue('cursors', () => drawnOf(client), [client])
  const people = JSON.parse(shown) as readonly DrawnCursor[]

  useEffect(() => {
    const motions = new Map<number, CursorMotion>()
    const onTick = (elapsedMs: number): void => {
      if (elements.current.size === 0) return motions.clear()
      const bounds = editor.getViewportScreenBounds()
      const isFar = detailOf(editor) === 'title' || detailOf(editor) === 'block'
      for (const other of client.presence.others.get()) {
        const element = elements.current.get(other.clientId)
        if (!element || !other.cursor) {
          motions.delete(other.clientId)
          continue
        }
        const motion = motions.get(other.clientId) ?? new CursorMotion()
        motions.set(other.clientId, motion)
        const { x, y } = editor.pageToViewport(motion.step(other.cursor, elapsedMs))
        element.dataset['nameless'] = String(isFar && !motion.isMoving)
        const isNear = isWithin(bounds, { x, y })
        element.style.visibility = isNear ? 'visible' : 'hidden'
        if (isNear) element.style.transform = `translate(${x.toFixed(1)}px, ${y.toFixed(1)}px)`
      }
    }
    editor.on('tick', onTick)
    return () => {
      editor.off('tick', onTick)
    }
  }, [editor, client])

  return people.map(({ clientId, name, slot, idle }) => (
    <div
      key={clientId}
      ref={(element) => {
        if (element) elements.current.set(clientId, element)
        else elements.current.delete(clientId)
      }}
      className={styles.cursor}
      data-idle={idle}
      style={{ '--hand': personColor(slot).fill, '--hand-ink': personColor(slot).ink } as React.CSSProperties}
    >
      <svg width="20" height="22" viewBox="0 0 20 22" aria-hidden="true">
        <path d="M2.5 1.8 17 11.6l-6.6 1.3-3.3 6.2z" />
      </svg>
      <span>{name}</span>
    </div>
  ))
}

function isWithin({ w, h }: { w: number; h: number }, { x, y }: { x: number; y: number }): boolean {
  return x > -MARGIN_PX && y > -MARGIN_PX && x < w + MARGIN_PX && y < h + MARGIN_PX
}

interface DrawnCursor {
  readonly clientId: number
  readonly name: string
  readonly slot: number
  readonly idle: boolean
}

/**
 * What of the cursors React has to draw, as text: it stays equal while they only move. Whoever has something in the
 * hand is seen by it: it wears their colour and name, and says more exactly where they are.
 */
function drawnOf(client: BoardClient): string {
  const busy = new Set(client.lane.holds.get().flatMap((hold) => (hold.released ? [] : [hold.clientId])))
  const drawn: DrawnCursor[] = client.presence.others
    .get()
    .filter((other) => other.cursor && !busy.has(other.clientId))
    .map(({ clientId, user, idle }) => ({
      clientId,
      name: user.name,
      slot: user.colorSlot,
      idle: idle === true,
    }))
  return JSON.stringify(drawn)
}
