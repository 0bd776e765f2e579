import { useValue } from '@tldraw/state-react'
import { useBoardClient } from '../../board/board-context'

interface Follow {
  readonly isMe: boolean
  readonly isFollowed: boolean
  toggle(): void
}

/** Whether this page follows that person, and the switch. */
export function useFollow(personId: string): Follow {
  const client = useBoardClient()
  const isMe = useValue('is me', () => client.me.get().personId === personId, [client, personId])
  const isFollowed = useValue('followed', () => client.canvas.get()?.following.get() === personId, [
    client,
    personId,
  ])
  return {
    isMe,
    isFollowed,
    toggle: () => {
      const canvas = client.canvas.get()
      if (isFollowed) canvas?.stopFollowing()
      else canvas?.follow(personId)
    },
  }
}
