import type { HttpBindings } from '@hono/node-server'
import type { Context } from 'hono'
import { createId, type PersonId } from '@/lib/ids'
import { personCookie } from '../access/cookies'
import type { StoredPerson } from '../storage/board-storage'
import { cookieOf } from './cookie-of'
import type { ApiParts } from './parts'

/** The person of this device under this name: the one of the cookie, or a fresh one whose cookie is set. */
export async function signIn(
  parts: ApiParts,
  context: Context<{ Bindings: HttpBindings }>,
  name: string,
): Promise<StoredPerson> {
  const known = await parts.visitors.find(cookieOf(context))
  const isRenamed = known !== null && known.name !== name
  if (!known) parts.intake.admitPerson(context.env.incoming)
  else if (isRenamed) parts.intake.admitName(known.id)
  const person = {
    id: known?.id ?? createId<PersonId>(parts.random),
    name,
    createdAt: known?.createdAt ?? parts.now(),
  }
  if (!known || isRenamed) await parts.storage.savePerson(person)
  if (isRenamed) parts.rooms.rename(person.id, name)
  context.header('set-cookie', personCookie(parts.key, person.id, parts.origin.isSecure()))
  return person
}
