import type { Metadata } from 'next'
import { MessagePage } from '@/components/workshop/entry/page/message-page'

export const metadata: Metadata = { title: 'Nothing here' }

export default function NotFound() {
  return (
    <MessagePage title="There is nothing at this address">
      Check the address for a missing piece. If somebody sent you a link, open it whole.
    </MessagePage>
  )
}
