import { CanvasAhead } from '@/components/canvas/loading/canvas-ahead'
import { BoardAhead } from '@/components/workshop/board-ahead'
import { HomePage } from '@/components/workshop/entry/home/home-page'
import { listMyBoards } from '@/server/web'
import { requestCookie } from './request-cookie'

export default async function Home() {
  return (
    <>
      <BoardAhead />
      <CanvasAhead />
      <HomePage {...await listMyBoards(await requestCookie())} />
    </>
  )
}
