import type { IncomingMessage } from 'node:http'
import { describe, expect, it } from 'vitest'
import { toArea, toNetwork, toSenderAddress } from '@/server/http/limits/sender-address'

describe('toSenderAddress', () => {
  const addressOf = (remoteAddress: string, forwarded?: string, isBehindProxy = false): string => {
    const headers = forwarded === undefined ? {} : { 'x-forwarded-for': forwarded }
    return toSenderAddress({ headers, socket: { remoteAddress } } as IncomingMessage, isBehindProxy)
  }

  it('is the address the line comes from, whatever the sender says of itself', () => {
    expect(addressOf('192.0.2.7', '203.0.113.1')).toBe('192.0.2.7')
    expect(addressOf('::ffff:192.0.2.7')).toBe('192.0.2.7')
  })

  it('is behind a proxy what the proxy says, never what stood there before', () => {
    expect(addressOf('127.0.0.1', '203.0.113.1, 198.51.100.4', true)).toBe('198.51.100.4')
    expect(addressOf('127.0.0.1', undefined, true)).toBe('127.0.0.1')
  })

  it('is the same whichever port a proxy says beside the address', () => {
    expect(addressOf('127.0.0.1', '198.51.100.4:52311', true)).toBe('198.51.100.4')
    expect(addressOf('127.0.0.1', '[2001:db8:1:2::1]:52311', true)).toBe(addressOf('2001:db8:1:2::1'))
    expect(addressOf('127.0.0.1', '[2001:db8:1:2::1]', true)).toBe(addressOf('2001:db8:1:2::1'))
  })

  it('is the same for all addresses of one IPv6 network, and another for another', () => {
    const network = addressOf('2001:db8:1:2::1')
    expect(addressOf('2001:DB8:1:2:aaaa:bbbb:cccc:dddd')).toBe(network)
    expect(addressOf('2001:db8:1:3::1')).not.toBe(network)
    expect(addressOf('2001:db8::1')).toBe(addressOf('2001:db8:0:0:5::'))
    expect(addressOf('::1')).toBe('0:0:0:0::')
  })
})

it('[ROOM-18] sees in which area a network lies: a whole site of IPv6, or the neighbours of an IPv4 address', () => {
  const areaOf = (address: string): string => toArea(toNetwork(address))
  expect(areaOf('2001:db8:1:2::1')).toBe(areaOf('2001:db8:1:ffff::9'))
  expect(areaOf('2001:db8:1:2::1')).not.toBe(areaOf('2001:db8:2:2::1'))
  expect(areaOf('::ffff:192.0.2.7')).toBe(areaOf('192.0.2.200'))
  expect(areaOf('192.0.2.7')).not.toBe(areaOf('192.0.3.7'))
  expect(areaOf('')).toBe('')
})
