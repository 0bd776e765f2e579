'use client'

import { FileUp } from 'lucide-react'
import { useRef, useState, type DragEvent, type ReactNode } from 'react'
import styles from './file-drop.module.css'
import { findTable } from './find-table'

interface FileDropProps {
  readonly enabled: boolean
  /** Nothing passes through where a list alone is asked for: what is none is answered there. */
  readonly takesAny?: boolean
  readonly onFile: (file: File) => void
  readonly className?: string | undefined
  readonly children: ReactNode
}

/** Takes a table dropped anywhere on it; everything else, such as an image for the canvas, may pass through. */
export function FileDrop({ enabled, takesAny = false, onFile, className, children }: FileDropProps) {
  const depth = useRef(0)
  const [hovered, setHovered] = useState(false)

  const handleEnter = (event: DragEvent) => {
    if (!enabled || !(takesAny ? hasFile(event) : mayBeTable(event))) return
    depth.current += 1
    setHovered(true)
  }
  const handleLeave = () => {
    depth.current = Math.max(0, depth.current - 1)
    if (depth.current === 0) setHovered(false)
  }
  const handleOver = (event: DragEvent) => {
    if (hovered) event.preventDefault()
  }
  const handleDrop = (event: DragEvent) => {
    depth.current = 0
    setHovered(false)
    const { files } = event.dataTransfer
    const file = enabled ? (findTable(files) ?? (takesAny ? files[0] : null)) : null
    if (!file) return
    event.preventDefault()
    event.stopPropagation()
    onFile(file)
  }
  return (
    <div
      className={className}
      onDragEnterCapture={handleEnter}
      onDragLeaveCapture={handleLeave}
      onDragOverCapture={handleOver}
      onDropCapture={handleDrop}
    >
      {children}
      {hovered && (
        <div className={styles.cover} aria-hidden>
          <p className={styles.words}>
            <FileUp size={20} strokeWidth={1.75} />
            Drop a CSV file to add its rows
          </p>
        </div>
      )}
    </div>
  )
}

function hasFile(event: DragEvent): boolean {
  return event.dataTransfer.types.includes('Files')
}

/** Before the drop a browser tells only the types, and not even those for every file. */
function mayBeTable(event: DragEvent): boolean {
  const items = Array.from(event.dataTransfer.items).filter(({ kind }) => kind === 'file')
  return items.length > 0 && items.every(({ type }) => !type.startsWith('image/'))
}
