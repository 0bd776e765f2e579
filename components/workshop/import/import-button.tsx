'use client'

import { FileUp } from 'lucide-react'
import { useRef, type ReactNode } from 'react'
import { Button } from '../../ui/controls/button'
import { IconButton } from '../../ui/controls/icon-button'

interface ImportButtonProps {
  readonly onFile: (file: File) => void
  /** Words on the button; without them it is an icon. */
  readonly children?: ReactNode
}

export function ImportButton({ onFile, children }: ImportButtonProps) {
  const input = useRef<HTMLInputElement>(null)
  const choose = () => input.current?.click()
  return (
    <>
      {children ? (
        <Button onClick={choose}>
          <FileUp size={16} strokeWidth={1.75} />
          {children}
        </Button>
      ) : (
        <IconButton label="Import a CSV file" size="small" onClick={choose}>
          <FileUp size={16} strokeWidth={1.75} />
        </IconButton>
      )}
      <input
        ref={input}
        type="file"
        hidden
        accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain"
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
