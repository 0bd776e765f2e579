import type { BoardPerson } from '../board-person'

type Joined = Readonly<{ person: Pick<BoardPerson, 'joinedAt'> }>

/** Of sockets, the oldest first: that of whoever joined the board last, and of theirs the newest. */
export function findLastJoined<Socket extends Joined>(sockets: readonly Socket[]): Socket | undefined {
  let last = sockets[0]
  for (const socket of sockets) if (last && socket.person.joinedAt >= last.person.joinedAt) last = socket
  return last
}
