import * as z from '@/lib/zod'
import { openLink } from '../../access/open-link'
import type { Api } from '../api-type'
import { readJsonBody } from '../body'
import { personNameSchema } from '../name-schemas'
import type { ApiParts } from '../parts'
import { signIn } from '../sign-in'

const joinSchema = z.object({ secret: z.string().min(1).max(200), name: personNameSchema })

/** `POST /api/join`: a secret and a name make a person a member. */
export function addJoinRoutes(api: Api, parts: ApiParts): void {
  api.post('/api/join', async (context) => {
    const { secret, name } = await readJsonBody(context, joinSchema)
    const { link } = await openLink(parts.storage, secret, parts.now())
    const person = await signIn(parts, context, name)
    const membership = await parts.storage.join(link.boardId, person.id, link.role, parts.now())
    parts.rooms.setRole(link.boardId, person.id, membership.role)
    return context.json({ boardId: link.boardId, role: membership.role, personId: person.id })
  })
}
