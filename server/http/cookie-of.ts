/** The Cookie header of a request, in the form `Visitors` takes. */
export function cookieOf(context: { req: { header(name: string): string | undefined } }): {
  cookie?: string
} {
  const cookie = context.req.header('cookie')
  return cookie === undefined ? {} : { cookie }
}
