'use client'

import { FileUp } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from '../../ui/controls/button'
import { IconButton } from '../../ui/controls/icon-button'

interface ImportButtonProps {
  readonly onOpen: () => void
  /** Words on the button; without them it is an icon. */
  readonly children?: ReactNode
}

export function ImportButton({ onOpen, children }: ImportButtonProps) {
  if (children) {
    return (
      <Button onClick={onOpen}>
        <FileUp size={16} strokeWidth={1.75} />
        {children}
      </Button>
    )
  }
  return (
    <IconButton label="Import initiatives" size="small" onClick={onOpen}>
      <FileUp size={16} strokeWidth={1.75} />
    </IconButton>
  )
}
