import type { IncomingMessage } from 'node:http'
import { isIPv6 } from 'node:net'

/** IPv6 gives one household this many of its eight groups; the others are its own to choose. */
const NETWORK_GROUPS = 4
/** The groups of a whole site, and the parts of an IPv4 address that neighbours share: as many networks as one likes. */
const AREA_GROUPS = 3
const AREA_PARTS = 3
/** Some proxies say the port too, which is another one on each line. */
const WITH_PORT = /^(\d+\.\d+\.\d+\.\d+|\[[^\]]+\])(?::\d+)?$/
const MAPPED_IPV4 = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i

/**
 * The network a request comes from, as text to count by. Behind a proxy it is what the proxy nearest to us says of its
 * sender; whatever stands before that in the header may be made up.
 */
export function toSenderAddress(request: IncomingMessage, isBehindProxy: boolean): string {
  const forwarded = isBehindProxy ? lastOf(request.headers['x-forwarded-for']) : ''
  return toNetwork(forwarded || (request.socket.remoteAddress ?? ''))
}

function lastOf(header: string | string[] | undefined): string {
  return (Array.isArray(header) ? header.join(',') : (header ?? '')).split(',').at(-1)?.trim() ?? ''
}

/** The network an address belongs to, with or without a port, as text to count by. */
export function toNetwork(said: string): string {
  const address = (WITH_PORT.exec(said)?.[1] ?? said).replace(/^\[|\]$/g, '')
  const ipv4 = MAPPED_IPV4.exec(address)?.[1]
  if (ipv4 !== undefined || !isIPv6(address)) return ipv4 ?? address
  const [head = '', tail = ''] = address.toLowerCase().split('::')
  const groups = head === '' ? [] : head.split(':')
  const missing = 8 - groups.length - (tail === '' ? 0 : tail.split(':').length)
  const whole = address.includes('::') ? [...groups, ...new Array<string>(missing).fill('0')] : groups
  return `${[...whole, ...tail.split(':')].slice(0, NETWORK_GROUPS).join(':')}::`
}

/**
 * The area a network lies in, as text to count by: whoever holds one makes up networks in it as others make up people.
 * A company may hold one, too: areas are for turns and for what makes room, with far wider bounds than networks have.
 */
export function toArea(network: string): string {
  if (!network.includes(':')) return network.split('.').slice(0, AREA_PARTS).join('.')
  return network.split(':').slice(0, AREA_GROUPS).join(':')
}
