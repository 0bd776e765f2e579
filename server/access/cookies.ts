import { serialize } from 'hono/utils/cookie'
import type { PersonId } from '@/lib/ids'
import type { ServerKey } from './server-key'

/** The one cookie: a person on this device. */
const PERSON_COOKIE = 'contour_person'
const ONE_YEAR_S = 365 * 24 * 60 * 60
/** Looked at of one request: a neighbouring site sets as many of the same name as there are paths. */
const COOKIES_READ = 16
const PERSON = new RegExp(`^[ \\t]*${PERSON_COOKIE}[ \\t]*=[ \\t]*"?([\\w-]+)\\.([\\w-]{43})"?[ \\t]*$`)

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

/**
 * The person a Cookie header speaks for; null where there is none or no signature holds. The first whose signature does:
 * a neighbouring site may set another of the same name, which browsers send first.
 */
export function readPersonCookie(key: ServerKey, header: string | null | undefined): PersonId | null {
  if (!header?.includes(PERSON_COOKIE)) return null
  let read = 0
  for (const cookie of header.split(';')) {
    const [, personId, signature] = PERSON.exec(cookie) ?? []
    if (!personId || !signature) continue
    if (key.verify('cookie', personId, signature)) return personId as PersonId
    if (++read === COOKIES_READ) return null
  }
  return null
}
