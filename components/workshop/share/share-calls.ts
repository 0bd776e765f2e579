import { ROLES, type Role } from '@/lib/access/roles'
import { ok } from '@/lib/result'
import * as z from '@/lib/zod'
import { callServer, type Called } from '../server-call'

/** One link as whole address, and until when it opens the board (Unix milliseconds); null: without end. */
export interface SharedLink {
  readonly address: string
  readonly expiresAt: number | null
}

export type SharedLinks = Readonly<Record<Role, SharedLink>>

/** Which board on which server: its links are paths, addresses begin with this origin. */
export interface SharedBoard {
  readonly boardId: string
  readonly origin: string
}

type Answer = Called<SharedLinks>

const linksSchema = z.object({
  links: z.record(z.enum(ROLES), z.string()),
  expiresAt: z.partialRecord(z.enum(ROLES), z.number()),
})

/** The board's links. */
export function loadLinks(board: SharedBoard): Answer {
  return askForLinks(board, { method: 'GET', path: '' })
}

/** Puts a new link in the place of one; the old one opens nothing from then on. */
export function replaceLink(board: SharedBoard, role: Role): Answer {
  return askForLinks(board, { method: 'POST', path: `/${role}/replace` })
}

/** Sets until when a link opens the board; null: without end. */
export function endLink(board: SharedBoard, role: Role, expiresAt: number | null): Answer {
  return askForLinks(board, { method: 'PATCH', path: `/${role}`, body: { expiresAt } })
}

interface Ask {
  readonly method: 'GET' | 'POST' | 'PATCH'
  readonly path: string
  readonly body?: unknown
}

async function askForLinks({ boardId, origin }: SharedBoard, { path, ...ask }: Ask): Answer {
  const whole = `/api/boards/${encodeURIComponent(boardId)}/links${path}`
  const answer = await callServer({ ...ask, path: whole, answer: linksSchema })
  if (!answer.ok) return answer
  const { links, expiresAt } = answer.value
  const linkOf = (role: Role): SharedLink => ({
    address: new URL(links[role], origin).href,
    expiresAt: expiresAt[role] ?? null,
  })
  return ok({
    facilitator: linkOf('facilitator'),
    participant: linkOf('participant'),
    viewer: linkOf('viewer'),
  })
}
