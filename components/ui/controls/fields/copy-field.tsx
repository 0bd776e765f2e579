'use client'

import { Check, Copy } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { classNames } from '../../class-names'
import heard from '../../heard.module.css'
import { modifierKey } from '../../modifier-key'
import { Button } from '../button'
import { copyText } from './copy-text'
import styles from './copy-field.module.css'

interface CopyFieldProps {
  /** What is copied, as in `participant link`. */
  readonly label: string
  readonly value: string
  /** Shows the text in several lines. */
  readonly tall?: boolean
  /** The one thing to do where it stands. */
  readonly primary?: boolean
  readonly onCopied?: () => void
}

const SHOW_RESULT_MS = 2_500

/** A text to take along: it is selected on focus and copied by its button, also where the browser has no clipboard. */
export function CopyField({ label, value, tall = false, primary = false, onCopied }: CopyFieldProps) {
  const box = useRef<HTMLInputElement | HTMLTextAreaElement | null>(null)
  const [result, setResult] = useState<CopyResult>(null)

  useEffect(() => {
    if (result !== 'copied') return
    const timer = setTimeout(() => setResult(null), SHOW_RESULT_MS)
    return () => clearTimeout(timer)
  }, [result])

  const handleCopy = async () => {
    const field = box.current
    if (!field) return
    const isCopied = await copyText(value, field)
    setResult(isCopied ? 'copied' : 'selected')
    if (isCopied) onCopied?.()
  }

  const shared = { value, readOnly: true, 'aria-label': label }
  return (
    <div className={classNames(styles.field, tall && styles.stacked)}>
      {tall ? (
        <textarea
          {...shared}
          ref={(element) => void (box.current = element)}
          className={classNames(styles.value, styles.tall)}
          onFocus={(event) => event.currentTarget.select()}
        />
      ) : (
        <input
          {...shared}
          ref={(element) => void (box.current = element)}
          className={styles.value}
          onFocus={(event) => event.currentTarget.select()}
        />
      )}
      <Button
        look={primary ? 'primary' : 'secondary'}
        onClick={handleCopy}
        aria-label={`Copy the ${label}`}
        className={styles.button}
      >
        {result === 'copied' ? <Check size={16} strokeWidth={1.75} /> : <Copy size={16} strokeWidth={1.75} />}
        {result === 'copied' ? 'Copied' : 'Copy'}
      </Button>
      <CopyNote label={label} result={result} />
    </div>
  )
}

type CopyResult = 'copied' | 'selected' | null

function CopyNote({ label, result }: { readonly label: string; readonly result: CopyResult }) {
  return (
    <p role="status" className={result === 'selected' ? styles.note : heard.heard}>
      {result === 'selected' && `Press ${copyKeys()} to copy what is selected.`}
      {result === 'copied' && `The ${label} is copied.`}
    </p>
  )
}

function copyKeys(): string {
  return modifierKey() === '⌘' ? '⌘C' : 'Ctrl+C'
}
