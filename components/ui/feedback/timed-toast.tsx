'use client'

import { useEffect, useState } from 'react'
import { Toast } from './toast'

const SHOWN_MS = 5_000
const SHOWN_WITH_UNDO_MS = 9_000

interface TimedToastProps {
  readonly tone: 'info' | 'attention' | 'danger'
  readonly sentence: string
  readonly onUndo?: () => void
  readonly onClose: () => void
}

/** A toast that goes by itself, later where something can be undone, and never while it is pointed at or focused. */
export function TimedToast({ onUndo, onClose, ...said }: TimedToastProps) {
  const [held, setHeld] = useState(false)
  useEffect(() => {
    if (held) return
    const timer = setTimeout(onClose, onUndo ? SHOWN_WITH_UNDO_MS : SHOWN_MS)
    return () => clearTimeout(timer)
  }, [held, onUndo, onClose])
  return (
    <Toast
      {...said}
      onClose={onClose}
      onHold={setHeld}
      {...(onUndo && {
        onUndo: () => {
          onClose()
          onUndo()
        },
      })}
    />
  )
}
