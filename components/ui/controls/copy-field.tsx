'use client'

import { Check, Copy } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { Button } from './button'
import { copyText } from './copy-text'
import styles from './copy-field.module.css'

interface CopyFieldProps {
  /** What is copied, as in `participant link`. */
  readonly label: string
  readonly value: string
}

const SHOW_RESULT_MS = 2_500

/** A text to take along: it is selected on focus and copied by its button, also where the browser has no clipboard. */
export function CopyField({ label, value }: CopyFieldProps) {
  const input = useRef<HTMLInputElement>(null)
  const [result, setResult] = useState<'copied' | 'selected' | null>(null)

  useEffect(() => {
    if (result !== 'copied') return
    const timer = setTimeout(() => setResult(null), SHOW_RESULT_MS)
    return () => clearTimeout(timer)
  }, [result])

  const handleCopy = async () => {
    const field = input.current
    if (field) setResult((await copyText(value, field)) ? 'copied' : 'selected')
  }

  return (
    <div className={styles.field}>
      <input
        ref={input}
        className={styles.value}
        value={value}
        readOnly
        aria-label={label}
        onFocus={(event) => event.currentTarget.select()}
      />
      <Button onClick={handleCopy} aria-label={`Copy the ${label}`} className={styles.button}>
        {result === 'copied' ? <Check size={16} strokeWidth={1.75} /> : <Copy size={16} strokeWidth={1.75} />}
        {result === 'copied' ? 'Copied' : 'Copy'}
      </Button>
      <p role="status" className={result === 'selected' ? styles.note : styles.silent}>
        {result === 'selected' && `Press ${copyKeys()} to copy the selected link.`}
        {result === 'copied' && `The ${label} is copied.`}
      </p>
    </div>
  )
}

function copyKeys(): string {
  return /Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘C' : 'Ctrl+C'
}
