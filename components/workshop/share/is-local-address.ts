const LOOPBACK = /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/i

/** Says whether a host name means the computer it is read on, so that a link with it opens nothing elsewhere. */
export function isLocalAddress(hostname: string): boolean {
  return LOOPBACK.test(hostname)
}
