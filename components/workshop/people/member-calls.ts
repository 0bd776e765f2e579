import { ROLES, type Role } from '@/lib/access/roles'
import * as z from '@/lib/zod'
import { callServer, type Called } from '../server-call'

const memberSchema = z.object({ personId: z.string() })
const nameSchema = z.object({ name: z.string() })
const membersSchema = z.object({
  members: z.array(
    z.object({
      personId: z.string(),
      name: z.string(),
      role: z.enum(ROLES),
      colorSlot: z.number(),
      openedAt: z.number(),
    }),
  ),
  isWhole: z.boolean(),
  now: z.number(),
})
export type Members = z.infer<typeof membersSchema>
type Answer = Called<z.infer<typeof memberSchema>>

/** Everybody who joined a board and is still on it, here or not, latest opened first. Times are Unix milliseconds. */
export function listMembers(boardId: string): Called<Members> {
  return callServer({ method: 'GET', path: membersOf(boardId), answer: membersSchema })
}

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

/** Gives the person of this browser another name; answers with it as the server keeps it. */
export function changeMyName(name: string): Called<z.infer<typeof nameSchema>> {
  return callServer({ method: 'PATCH', path: '/api/me', body: { name }, answer: nameSchema })
}

function pathOf(boardId: string, personId: string): string {
  return `${membersOf(boardId)}/${encodeURIComponent(personId)}`
}

function membersOf(boardId: string): string {
  return `/api/boards/${encodeURIComponent(boardId)}/members`
}
