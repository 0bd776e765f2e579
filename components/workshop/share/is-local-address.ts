/** Says whether a host name means the computer it is read on, so that a link with it opens nothing elsewhere. */
export function isLocalAddress(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || hostname.startsWith('127.')
}
