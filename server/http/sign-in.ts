import { createId, type PersonId } from '@/lib/ids'
import { personCookie } from '../access/cookies'
import type { StoredPerson } from '../storage/board-storage'
import type { ApiContext } from './api-type'
import { cookieOf } from './cookie-of'
import type { ApiParts } from './parts'

/** The person of this device under this name: the one of the cookie, or a fresh one whose cookie is set. */
export async function signIn(parts: ApiParts, context: ApiContext, name: string): Promise<StoredPerson> {
  const known = await parts.visitors.find(cookieOf(context))
  const person = known?.name === name ? known : await nameAs(parts, context, { known, name })
  context.header('set-cookie', personCookie(parts.key, person.id, parts.origin.isSecure()))
  return person
}

async function nameAs(
  { intake, storage, rooms, random, now }: ApiParts,
  context: ApiContext,
  { known, name }: { known: StoredPerson | null; name: string },
): Promise<StoredPerson> {
  if (known) intake.admitName(known.id)
  else intake.admitPerson(context.env.incoming)
  const person = known ? { ...known, name } : { id: createId<PersonId>(random), name, createdAt: now() }
  await storage.savePerson(person)
  if (known) rooms.rename(known.id, name)
  return person
}
