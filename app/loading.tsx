import { QuietPage } from '@/components/workshop/entry/page/quiet-page'
import { PageSkeleton } from '@/components/workshop/entry/page/page-skeleton'

export default function Loading() {
  return (
    <QuietPage>
      <PageSkeleton />
    </QuietPage>
  )
}
