import { parse, serialize } from 'hono/utils/cookie'
import type { PersonId } from '@/lib/ids'
import type { ServerKey } from './server-key'

/** The one cookie: a person on this device. */
const PERSON_COOKIE = 'contour_person'
const ONE_YEAR_S = 365 * 24 * 60 * 60

/** The Set-Cookie value that binds this device to a person. `secure` only where the public origin is https. */
export function personCookie(key: ServerKey, personId: PersonId, secure: boolean): string {
  return serialize(PERSON_COOKIE, `${personId}.${key.sign('cookie', personId)}`, {
    httpOnly: true,
    sameSite: 'Lax',
    path: '/',
    maxAge: ONE_YEAR_S,
    secure,
  })
}

/** The person a Cookie header speaks for; null where there is none or the signature does not hold. */
export function readPersonCookie(key: ServerKey, header: string | null | undefined): PersonId | null {
  const value = parse(header ?? '', PERSON_COOKIE)[PERSON_COOKIE]
  const [personId, signature] = value?.split('.') ?? []
  if (!personId || !signature || !key.verify('cookie', personId, signature)) return null
  return personId as PersonId
}
