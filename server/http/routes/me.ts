import { AppError } from '@/lib/errors'
import type { PersonId } from '@/lib/ids'
import { LIMITS } from '@/lib/sync/limits'
import { z } from '@/lib/zod'
import type { Api } from '../api-type'
import { readJsonBody } from '../body'
import { cookieOf } from '../cookie-of'
import { createKeyedLimit } from '../limits/keyed-limit'
import { personNameSchema } from '../name-schemas'
import type { ApiParts } from '../parts'

const changeSchema = z.object({ name: personNameSchema })

/** `PATCH /api/me`: the person of this device goes by another name, on all their boards and open pages at once. */
export function addMeRoutes(api: Api, { storage, visitors, rooms, now }: ApiParts): void {
  const changes = createKeyedLimit<PersonId>({
    count: LIMITS.NAMES_PER_PERSON,
    withinMs: LIMITS.NAMES_PER_PERSON_MS,
    code: 'asked-too-often',
    logMessage: 'too many names of one person',
    now,
  })

  api.patch('/api/me', async (context) => {
    const person = await visitors.find(cookieOf(context))
    if (!person) throw new AppError('not-signed-in', 'nobody is known by this cookie')
    changes.take(person.id)
    const { name } = await readJsonBody(context, changeSchema)
    await storage.savePerson({ ...person, name })
    rooms.rename(person.id, name)
    return context.json({ name })
  })
}
