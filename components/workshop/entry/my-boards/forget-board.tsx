'use client'

import { useEffect, useState } from 'react'
import type { ErrorCode } from '@/lib/errors'
import { boardIdSchema, type BoardId, type PersonId } from '@/lib/ids'
import { forgetBoard, forgetOtherBoards } from '../../../board/offline/storage/forget-boards'
import { whatBecomesOf } from '../../../board/offline/carrying/what-becomes-of'
import { CopyField } from '../../../ui/controls/fields/copy-field'
import { unsavedSentence } from '../../notices/closed-words'
import styles from '../page/message-page.module.css'

interface ForgetBoardProps {
  readonly boardId: string
  /** Why the board is refused. */
  readonly code: ErrorCode
  /** Whom it is refused; null where nobody knows. */
  readonly personId: PersonId | null
}

/** Leaves nothing of a board in a browser that may not open it, but hands its author what was never saved. */
export function ForgetBoard({ boardId, code, personId }: ForgetBoardProps) {
  const [unsaved, setUnsaved] = useState<readonly string[]>([])
  useEffect(() => {
    const id = boardIdSchema.safeParse(boardId)
    if (!id.success || whatBecomesOf(code) !== 'forgotten') return
    forgetBoard(id.data, personId).then(
      (words) => setUnsaved((before) => [...before, ...words]),
      // A browser that cannot be asked keeps nothing to forget.
      () => undefined,
    )
  }, [boardId, code, personId])
  if (unsaved.length === 0) return null
  return (
    <div className={styles.unsaved}>
      <p>{unsavedSentence(unsaved.length)} Copy what you want to keep before you go on.</p>
      <CopyField tall label="unsaved changes" value={unsaved.join('\n')} />
    </div>
  )
}

/** Leaves no copies of boards in this browser but of these, the ones its person is on. */
export function ForgetOtherBoards({ boardIds }: { readonly boardIds: readonly string[] }) {
  const ids = boardIds.join(' ')
  useEffect(() => {
    forgetOtherBoards(ids.split(' ') as BoardId[]).catch(() => undefined)
  }, [ids])
  return null
}
