import type { Role } from '@/lib/access/roles'
import type { Result } from '@/lib/result'
import { z } from '@/lib/zod'
import { callServer } from '../server-call'

const memberSchema = z.object({ personId: z.string() })
type Answer = Promise<Result<z.infer<typeof memberSchema>, string>>

/** Gives somebody on a board another role. */
export function giveRole(boardId: string, personId: string, role: Role): Answer {
  return callServer({
    method: 'PATCH',
    path: pathOf(boardId, personId),
    body: { role },
    answer: memberSchema,
  })
}

/** Takes somebody off a board. */
export function removeMember(boardId: string, personId: string): Answer {
  return callServer({ method: 'DELETE', path: pathOf(boardId, personId), answer: memberSchema })
}

function pathOf(boardId: string, personId: string): string {
  return `/api/boards/${encodeURIComponent(boardId)}/members/${encodeURIComponent(personId)}`
}
