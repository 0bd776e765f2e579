import { QuietPage } from '@/components/workshop/entry/quiet-page'
import { PageSkeleton } from '@/components/workshop/entry/page-skeleton'

export default function Loading() {
  return (
    <QuietPage>
      <PageSkeleton />
    </QuietPage>
  )
}
