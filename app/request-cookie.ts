import { headers } from 'next/headers'

/** The Cookie header of the request this page is made for. */
export async function requestCookie(): Promise<string | undefined> {
  return (await headers()).get('cookie') ?? undefined
}
