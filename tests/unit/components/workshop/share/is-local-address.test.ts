import { expect, test } from 'vitest'
import { isLocalAddress } from '@/components/workshop/share/is-local-address'

test('an address that means this computer everywhere is told from one that others can open', () => {
  for (const host of ['localhost', '127.0.0.1', '127.1.2.3', '[::1]']) expect(isLocalAddress(host)).toBe(true)
  for (const host of ['192.168.1.20', 'boards.example.org', 'localhost.example.org', '10.127.0.1']) {
    expect(isLocalAddress(host)).toBe(false)
  }
})
