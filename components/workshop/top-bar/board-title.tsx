'use client'

import { useValue } from '@tldraw/state-react'
import { useEffect, useState } from 'react'
import { useBoardClient } from '../../board/board-context'
import { RenameBoardDialog } from '../rename-board-dialog'
import styles from './board-title.module.css'

interface BoardTitleProps {
  readonly mayRename: boolean
}

/** What the board is called, here and on the tab of the browser; it follows when somebody renames it. */
export function BoardTitle({ mayRename }: BoardTitleProps) {
  const client = useBoardClient()
  const title = useValue(client.title)
  const [renaming, setRenaming] = useState(false)
  useEffect(() => {
    document.title = `${title} · Contour`
  }, [title])
  return (
    <>
      <h1 className={styles.title} title={mayRename ? undefined : title}>
        {mayRename ? (
          <button
            type="button"
            className={styles.rename}
            title={`${title}: press to rename the board`}
            onClick={() => setRenaming(true)}
          >
            <span className={styles.words}>{title}</span>
          </button>
        ) : (
          title
        )}
      </h1>
      {renaming && (
        <RenameBoardDialog board={{ id: client.boardId, title }} onClose={() => setRenaming(false)} />
      )}
    </>
  )
}
