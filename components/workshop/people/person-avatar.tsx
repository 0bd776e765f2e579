import type { PresenceUser } from '@/lib/sync/presence'
import { Avatar } from '../../ui/feedback/avatar'
import { useNameless } from '../entry/use-nameless'

interface PersonAvatarProps {
  readonly person: Pick<PresenceUser, 'name' | 'role' | 'colorSlot'>
  readonly away: boolean
  readonly isMe?: boolean
}

/** The disc of somebody on the board; whoever has said no name is `You` to themselves. */
export function PersonAvatar({ person: { name, role, colorSlot }, away, isMe = false }: PersonAvatarProps) {
  const hasNone = useNameless(name) && isMe
  return (
    <Avatar
      name={name}
      colorSlot={colorSlot}
      star={role === 'facilitator'}
      away={away}
      {...(hasNone && { initials: 'You' })}
    />
  )
}
