import { AppError } from '@/lib/errors'
import * as z from '@/lib/zod'
import type { Api } from '../api-type'
import { readJsonBody } from '../body'
import { cookieOf } from '../cookie-of'
import { personNameSchema } from '../name-schemas'
import type { ApiParts } from '../parts'

const changeSchema = z.object({ name: personNameSchema })

/** `PATCH /api/me`: the person of this device goes by another name, on all their boards and open pages at once. */
export function addMeRoutes(api: Api, { storage, visitors, rooms, intake }: ApiParts): void {
  api.patch('/api/me', async (context) => {
    const person = await visitors.find(cookieOf(context))
    if (!person) throw new AppError('not-signed-in', 'nobody is known by this cookie')
    intake.admitName(person.id)
    const { name } = await readJsonBody(context, changeSchema)
    await storage.savePerson({ ...person, name })
    rooms.rename(person.id, name)
    return context.json({ name })
  })
}
