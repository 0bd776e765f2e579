'use client'

import { X } from 'lucide-react'
import { classNames } from '../class-names'
import { Button } from '../controls/button'
import styles from './toast.module.css'

/** Something that can be done about what is said, and what that is called. */
export interface Offer {
  readonly words: string
  readonly act: () => void
}

interface ToastProps {
  readonly tone: 'info' | 'attention' | 'danger'
  readonly sentence: string
  readonly onUndo?: () => void
  readonly onShow?: () => void
  readonly onRetry?: () => void
  readonly offer?: Offer
  readonly onClose: () => void
  /** Called with true while the pointer or the keyboard is on the toast: it should stay then. */
  readonly onHold?: (held: boolean) => void
}

export function Toast({ tone, sentence, onUndo, onShow, onRetry, offer, onClose, onHold }: ToastProps) {
  return (
    <div
      className={classNames(styles.toast, styles[tone])}
      onPointerEnter={() => onHold?.(true)}
      onPointerLeave={() => onHold?.(false)}
      onFocus={() => onHold?.(true)}
      onBlur={() => onHold?.(false)}
    >
      <p className={styles.sentence}>{sentence}</p>
      {onUndo && (
        <Button look="quiet" size="small" className={styles.offer} onClick={onUndo}>
          Undo
        </Button>
      )}
      {onShow && (
        <Button look="quiet" size="small" className={styles.offer} onClick={onShow}>
          Show
        </Button>
      )}
      {onRetry && (
        <Button look="quiet" size="small" className={styles.offer} onClick={onRetry}>
          Try again
        </Button>
      )}
      {offer && (
        <Button look="quiet" size="small" className={styles.offer} onClick={offer.act}>
          {offer.words}
        </Button>
      )}
      <button type="button" className={styles.close} aria-label="Close this message" onClick={onClose}>
        <X size={16} strokeWidth={1.75} />
      </button>
    </div>
  )
}
