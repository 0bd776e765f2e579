'use client'

import { useEffect, useRef, useState } from 'react'
import type { BoardPicture } from '@/lib/board/pictures/picture'
import { loadPicture } from '../../board-calls'
import { BoardDrawing } from '../../home/board-drawing'
import styles from './board-thumbnail.module.css'

/** Asked for this long before it comes into view. */
const AHEAD = '240px'

/** A board as it stands now, drawn once it comes into view; plain paper until then, and where it cannot be read. */
export function BoardThumbnail({ boardId }: { readonly boardId: string }) {
  const paper = useRef<HTMLDivElement>(null)
  const [picture, setPicture] = useState<BoardPicture | null>(null)

  useEffect(() => {
    let shown = true
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return
        observer.disconnect()
        void loadPicture(boardId).then((loaded) => {
          if (shown && loaded.ok) setPicture(loaded.value)
        })
      },
      { rootMargin: AHEAD },
    )
    if (paper.current) observer.observe(paper.current)
    return () => {
      shown = false
      observer.disconnect()
    }
  }, [boardId])

  return (
    <div ref={paper} className={styles.paper}>
      {picture && (
        <>
          <BoardDrawing picture={picture} className={styles.drawing} />
          {picture.initiatives > 0 && (
            <span className={styles.count}>
              {picture.placed} of {picture.initiatives} placed
            </span>
          )}
        </>
      )}
    </div>
  )
}
