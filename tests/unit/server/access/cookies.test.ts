import { expect, it } from 'vitest'
import type { PersonId } from '@/lib/ids'
import { personCookie, readPersonCookie } from '@/server/access/cookies'
import { createServerKey } from '@/server/access/server-key'

const FAY = 'PBLVjJPVU9nY37ugF99F3A' as PersonId
const key = createServerKey(new Uint8Array(32))
const other = createServerKey(new Uint8Array(32).fill(1))
const cookieOf = (signer = key): string => personCookie(signer, FAY, false).split(';')[0] ?? ''

it('knows the person whose cookie it signed, among others', () => {
  expect(readPersonCookie(key, cookieOf())).toBe(FAY)
  expect(readPersonCookie(key, `theme=dark;${cookieOf()} ; last=1`)).toBe(FAY)
  expect(readPersonCookie(key, cookieOf().replace('=', '="') + '"')).toBe(FAY)
})

it('knows the person also where cookies of the same name stand before theirs that nobody here signed', () => {
  const tossed = ['contour_person=x', 'contour_person=', 'contour_person=%ff', cookieOf(other)]
  expect(readPersonCookie(key, [...tossed, cookieOf()].join('; '))).toBe(FAY)
})

it('takes nobody for known without a signature that holds', () => {
  const [, value = ''] = cookieOf().split('=')
  const wrong = [undefined, null, '', `contour_person=${FAY}`, `contour_person=${value}.more`]
  for (const header of [
    ...wrong,
    `x_contour_person=${value}`,
    `contour_person=${value.slice(0, -1)}`,
    cookieOf(other),
  ])
    expect(readPersonCookie(key, header)).toBeNull()
})

it('looks at no more cookies than neighbours may set', () => {
  expect(
    readPersonCookie(key, [...Array.from({ length: 16 }, () => cookieOf(other)), cookieOf()].join('; ')),
  ).toBeNull()
})
