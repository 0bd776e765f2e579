import type { Metadata } from 'next'
import { BoardCanvas } from '@/components/canvas/board-canvas'
import { BoardPage } from '@/components/workshop/board-page'
import { ForgetBoard } from '@/components/workshop/entry/my-boards/forget-board'
import { ReopenBoard } from '@/components/workshop/entry/my-boards/reopen-board'
import { MessagePage } from '@/components/workshop/entry/page/message-page'
import { refusedPage } from '@/components/workshop/entry/refused-page'
import { findBoardPage, openBoardPage, readPageSettings } from '@/server/web'
import { requestCookie } from '../../request-cookie'

interface BoardRouteProps {
  readonly params: Promise<{ boardId: string }>
}

export async function generateMetadata({ params }: BoardRouteProps): Promise<Metadata> {
  const page = await findBoardPage(await requestCookie(), (await params).boardId)
  return { title: page.ok ? page.value.title : 'Board' }
}

export default async function Board({ params }: BoardRouteProps) {
  const { boardId } = await params
  const page = await openBoardPage(await requestCookie(), boardId)
  if (!page.ok) {
    const { code, personId } = page.error
    const { title, text } = refusedPage(code)
    return (
      <MessagePage
        title={title}
        below={
          <>
            <ForgetBoard boardId={boardId} code={code} personId={personId} />
            <ReopenBoard boardId={boardId} code={code} />
          </>
        }
      >
        {text}
      </MessagePage>
    )
  }
  return (
    <BoardPage board={page.value}>
      <BoardCanvas licenseKey={readPageSettings().canvasLicenseKey} />
    </BoardPage>
  )
}
