import type { Metadata } from 'next'
import { CanvasAhead } from '@/components/canvas/loading/canvas-ahead'
import { BoardAhead } from '@/components/workshop/board-ahead'
import { JoinForm } from '@/components/workshop/entry/join-form'
import { MessagePage } from '@/components/workshop/entry/page/message-page'
import { QuietPage, Sheet } from '@/components/workshop/entry/page/quiet-page'
import { refusedPage } from '@/components/workshop/entry/refused-page'
import { findJoinPage } from '@/server/web'
import { requestCookie } from '../../request-cookie'

export const metadata: Metadata = { title: 'Join a board', referrer: 'no-referrer' }

export default async function Join({ params }: { readonly params: Promise<{ secret: string }> }) {
  const { secret } = await params
  const page = await findJoinPage(await requestCookie(), secret)
  if (!page.ok && page.error === 'link-unknown') {
    return (
      <MessagePage title="This link does not open a board">
        It may have been cut off on its way to you, or it has been replaced. Ask the facilitator for a current
        one and open it whole.
      </MessagePage>
    )
  }
  if (!page.ok) {
    const { title, text } = refusedPage(page.error)
    return <MessagePage title={title}>{text}</MessagePage>
  }
  return (
    <QuietPage>
      <BoardAhead />
      <CanvasAhead />
      <Sheet>
        <JoinForm secret={secret} {...page.value} />
      </Sheet>
    </QuietPage>
  )
}
