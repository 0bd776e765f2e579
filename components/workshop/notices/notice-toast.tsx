'use client'

import { useValue } from '@tldraw/state-react'
import { useCallback } from 'react'
import { useBoardClient } from '../../board/board-context'
import { TimedToast } from '../../ui/feedback/timed-toast'
import { keyboardToCanvas } from '../keyboard-to-canvas'

/** The one notice there is, until it is read, undone or old. */
export function NoticeToast() {
  const client = useBoardClient()
  const notice = useValue(client.notice)
  const close = useCallback(() => {
    if (client.notice.get() === notice) client.notice.set(null)
  }, [client, notice])
  const andGoOn = (act: () => void) => () => {
    keyboardToCanvas(client)
    act()
  }
  return (
    <div role="status" data-testid="notice">
      {notice && (
        <TimedToast
          key={notice.id}
          tone={notice.tone}
          sentence={notice.sentence}
          onClose={close}
          {...(notice.undo && { onUndo: andGoOn(notice.undo) })}
          {...(notice.show && { onShow: notice.show })}
          {...(notice.retry && { onRetry: andGoOn(notice.retry) })}
          {...(notice.offer && { offer: { ...notice.offer, act: andGoOn(notice.offer.act) } })}
        />
      )}
    </div>
  )
}
