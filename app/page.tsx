import { HomePage } from '@/components/workshop/entry/home-page'
import { listMyBoards } from '@/server/web'

export default async function Home() {
  return <HomePage boards={await listMyBoards()} />
}
