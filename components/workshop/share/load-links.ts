import { z } from '@/lib/zod'
import type { Role } from '@/lib/access/roles'
import { ok, type Result } from '@/lib/result'
import { callServer } from '../server-call'

export type Links = Readonly<Record<Role, string>>

const linksSchema = z.object({
  links: z.object({ facilitator: z.string(), participant: z.string(), viewer: z.string() }),
})

/** The board's links as whole addresses; the server answers with paths. */
export async function loadLinks(boardId: string, origin: string): Promise<Result<Links, string>> {
  const path = `/api/boards/${encodeURIComponent(boardId)}/links`
  const answer = await callServer({ method: 'GET', path, answer: linksSchema })
  if (!answer.ok) return answer
  const { facilitator, participant, viewer } = answer.value.links
  const whole = (link: string): string => new URL(link, origin).href
  return ok({ facilitator: whole(facilitator), participant: whole(participant), viewer: whole(viewer) })
}
