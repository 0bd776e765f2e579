'use client'

import { useValue } from '@tldraw/state-react'
import { useEffect, useState } from 'react'
import { useBoardClient } from '../../board/board-context'
import { Toast } from '../../ui/feedback/toast'

const SHOWN_MS = 5_000
const SHOWN_WITH_UNDO_MS = 9_000

/** The one notice there is, until it is read, undone or old. */
export function NoticeToast() {
  const client = useBoardClient()
  const notice = useValue(client.notice)
  const [held, setHeld] = useState(false)

  useEffect(() => setHeld(false), [notice])
  useEffect(() => {
    if (!notice || held) return
    const clear = (): void => {
      if (client.notice.get() === notice) client.notice.set(null)
    }
    const timer = setTimeout(clear, notice.undo ? SHOWN_WITH_UNDO_MS : SHOWN_MS)
    return () => clearTimeout(timer)
  }, [client, notice, held])

  const close = () => client.notice.set(null)
  const undo = notice?.undo
  return (
    <div role="status" data-testid="notice">
      {notice && (
        <Toast
          key={notice.id}
          tone={notice.tone}
          sentence={notice.sentence}
          onClose={close}
          onHold={setHeld}
          {...(undo && {
            onUndo: () => {
              close()
              undo()
            },
          })}
        />
      )}
    </div>
  )
}
