import { expect, test } from 'vitest'
import { isLocalAddress } from '@/components/workshop/share/is-local-address'

test('an address that means this computer everywhere is told from one that others can open', () => {
  for (const host of ['localhost', 'contour.localhost', '127.0.0.1', '127.1.2.3', '[::1]']) {
    expect(isLocalAddress(host), host).toBe(true)
  }
  const reachable = [
    '192.168.1.20',
    'boards.example.org',
    'localhost.example.org',
    '127.example.org',
    '10.127.0.1',
    'mylocalhost',
  ]
  for (const host of reachable) expect(isLocalAddress(host), host).toBe(false)
})
