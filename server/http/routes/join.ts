import type { HttpBindings } from '@hono/node-server'
import type { Context } from 'hono'
import { z } from '@/lib/zod'
import { higherRole } from '@/lib/access/roles'
import { createId, type PersonId } from '@/lib/ids'
import { NAME_LIMITS } from '@/lib/name-limits'
import { isVisible, toLine } from '@/lib/visible-line'
import { personCookie } from '../../access/cookies'
import { openLink } from '../../access/open-link'
import type { StoredPerson } from '../../storage/board-storage'
import type { Api } from '../api-type'
import { readJsonBody } from '../body'
import type { ApiParts } from '../parts'
import { cookieOf } from './cookie-of'

/** A name as people give it: one line of which something can be seen. */
export const personNameSchema = z
  .string()
  .transform(toLine)
  .pipe(z.string().max(NAME_LIMITS.PERSON_CHARACTERS).refine(isVisible, 'Say what we may call you.'))

const joinSchema = z.object({ secret: z.string().min(1).max(200), name: personNameSchema })

/** `POST /api/join`: a secret and a name make a person a member. */
export function addJoinRoutes(api: Api, parts: ApiParts): void {
  api.post('/api/join', async (context) => {
    const { secret, name } = await readJsonBody(context, joinSchema)
    const { link } = await openLink(parts.storage, secret, parts.now())
    const person = await signIn(parts, context, name)
    const membership = await parts.storage.join(link.boardId, person.id, link.role, parts.now())
    parts.rooms.setRole(link.boardId, person.id, higherRole(link.role, membership.role))
    return context.json({ boardId: link.boardId, role: membership.role, personId: person.id })
  })
}

/** The person of this device under this name: the one of the cookie, or a fresh one whose cookie is set. */
export async function signIn(
  parts: ApiParts,
  context: Context<{ Bindings: HttpBindings }>,
  name: string,
): Promise<StoredPerson> {
  const known = await parts.visitors.find(cookieOf(context))
  if (!known) parts.intake.admitPerson(context.env.incoming)
  const person = {
    id: known?.id ?? createId<PersonId>(parts.random),
    name,
    createdAt: known?.createdAt ?? parts.now(),
  }
  await parts.storage.savePerson(person)
  if (known && known.name !== name) parts.rooms.rename(known.id, name)
  context.header('set-cookie', personCookie(parts.key, person.id, parts.origin.isSecure()))
  return person
}
