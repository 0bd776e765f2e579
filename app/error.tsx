'use client'

import { MessagePage } from '@/components/workshop/entry/page/message-page'
import { Button } from '@/components/ui/controls/button'

export default function ErrorPage({ reset }: { readonly error: Error; readonly reset: () => void }) {
  return (
    <MessagePage
      title="This page stopped working"
      action={
        <Button look="primary" onClick={reset}>
          Try again
        </Button>
      }
    >
      What was saved on the board is safe. Try again; if it stops again, reload the page.
    </MessagePage>
  )
}
