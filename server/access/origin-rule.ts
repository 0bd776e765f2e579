import type { IncomingHttpHeaders } from 'node:http'

/** How a public origin is known: set by the operator, else read off the request. */
export interface OriginRule {
  /** The origin people see, such as `https://boards.example.org`. */
  publicOrigin(headers: IncomingHttpHeaders): string
  /** Whether a request may change anything. A missing Origin passes only where the caller says so. */
  isOwn(headers: IncomingHttpHeaders): 'own' | 'missing' | 'foreign'
  isSecure(): boolean
}

/** Makes the rule: Origin must equal the configured public origin, or else the Host the request came to. */
export function createOriginRule(configured: string | undefined): OriginRule {
  const publicOrigin = (headers: IncomingHttpHeaders): string =>
    configured ?? `http://${headers.host ?? 'localhost'}`
  return {
    publicOrigin,
    isOwn(headers) {
      const origin = headers.origin
      if (origin === undefined) return 'missing'
      if (origin === publicOrigin(headers)) return 'own'
      // Behind a TLS proxy that passes the Host on, nobody has to set an origin for Contour to work.
      return configured === undefined && origin === `https://${headers.host ?? ''}` ? 'own' : 'foreign'
    },
    isSecure: () => configured?.startsWith('https:') ?? false,
  }
}
