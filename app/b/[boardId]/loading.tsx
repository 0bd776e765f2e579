import { BoardSkeleton } from '@/components/workshop/skeleton/board-skeleton'

export default function Loading() {
  return <BoardSkeleton />
}
