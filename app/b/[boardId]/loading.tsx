import { BoardSkeleton } from '@/components/workshop/board-skeleton'

export default function Loading() {
  return <BoardSkeleton />
}
