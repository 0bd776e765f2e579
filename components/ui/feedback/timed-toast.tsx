'use client'

import { useEffect, useState } from 'react'
import { Toast, type Offer } from './toast'

const SHOWN_MS = 5_000
/** Something is offered, which takes a decision. */
const SHOWN_WITH_OFFER_MS = 9_000

interface TimedToastProps {
  readonly tone: 'info' | 'attention' | 'danger'
  readonly sentence: string
  readonly onUndo?: () => void
  readonly onShow?: () => void
  readonly onRetry?: () => void
  readonly offer?: Offer
  readonly onClose: () => void
}

/** A toast that goes by itself, later where something is offered, and never while it is pointed at or focused. */
export function TimedToast({ onUndo, onShow, onRetry, offer, onClose, ...said }: TimedToastProps) {
  const [held, setHeld] = useState(false)
  const offers = [onUndo, onShow, onRetry, offer].some((one) => one !== undefined)
  useEffect(() => {
    if (held) return
    const timer = setTimeout(onClose, offers ? SHOWN_WITH_OFFER_MS : SHOWN_MS)
    return () => clearTimeout(timer)
  }, [held, offers, onClose])
  const closing = (act: () => void) => () => {
    onClose()
    act()
  }
  return (
    <Toast
      {...said}
      onClose={onClose}
      onHold={setHeld}
      {...(onUndo && { onUndo: closing(onUndo) })}
      {...(onShow && { onShow: closing(onShow) })}
      {...(onRetry && { onRetry: closing(onRetry) })}
      {...(offer && { offer: { ...offer, act: closing(offer.act) } })}
    />
  )
}
