'use client'

import { FileUp } from 'lucide-react'
import { useRef } from 'react'
import { Button } from '../../../ui/controls/button'
import { hasFinePointer } from '../../../ui/has-fine-pointer'
import { FileDrop } from './file-drop'
import styles from '../import-dialog.module.css'
import type { AskingForRows, ImportFlow } from '../use-import'

interface ImportSourceProps {
  readonly flow: ImportFlow
  readonly stage: AskingForRows
}

const PASTE_FIELD = 'import-paste'
const ACCEPTED = '.csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain'

/** Where the rows come from: a file, chosen or dropped, or what was copied. */
export function ImportSource({ flow, stage }: ImportSourceProps) {
  return (
    <FileDrop enabled takesAny className={styles.source} onFile={(file) => void flow.takeFile(file)}>
      {stage.error !== null && (
        <p className={styles.error} role="alert">
          {stage.error}
        </p>
      )}
      <div className={styles.choose}>
        <FileButton onFile={(file) => void flow.takeFile(file)} />
        {hasFinePointer() && <p className={styles.hint}>or drop it here</p>}
      </div>
      <label className={styles.pasteLabel} htmlFor={PASTE_FIELD}>
        Or paste
      </label>
      <textarea
        id={PASTE_FIELD}
        className={styles.paste}
        rows={6}
        placeholder={'Faster search\nLogin with a link\n…'}
        spellCheck={false}
        defaultValue={stage.text}
      />
    </FileDrop>
  )
}

export function ImportSourceActions({ flow }: ImportSourceProps) {
  const goOn = () => {
    const field = document.getElementById(PASTE_FIELD)
    if (!(field instanceof HTMLTextAreaElement)) return
    if (field.value.trim() === '') field.focus()
    else flow.takeText(field.value)
  }
  return (
    <>
      <Button onClick={flow.close}>Cancel</Button>
      <Button look="primary" onClick={goOn}>
        Check the rows
      </Button>
    </>
  )
}

function FileButton({ onFile }: { readonly onFile: (file: File) => void }) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <Button onClick={() => input.current?.click()}>
        <FileUp size={16} strokeWidth={1.75} />
        Choose a file
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept={ACCEPTED}
        aria-label="CSV file with initiatives"
        data-testid="import-file"
        onChange={(event) => {
          const file = event.currentTarget.files?.[0]
          // Emptied, so that choosing the same mended file again is a change.
          event.currentTarget.value = ''
          if (file) onFile(file)
        }}
      />
    </>
  )
}
