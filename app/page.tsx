import { HomePage } from '@/components/workshop/entry/home/home-page'
import { listMyBoards } from '@/server/web'
import { requestCookie } from './request-cookie'

export default async function Home() {
  return <HomePage {...await listMyBoards(await requestCookie())} />
}
