import { expect, test } from 'vitest'
import { trayWords } from '@/components/workshop/tray/tray-words'
import { ROLES } from '@/lib/access/roles'

test('whoever may place nothing is not told of anything to place', () => {
  const words = ROLES.map((role) => [role, trayWords(role).heading])
  expect(Object.fromEntries(words)).toEqual({
    facilitator: 'To place',
    participant: 'To place',
    viewer: 'Not placed yet',
  })
  expect(Object.values(trayWords('viewer')).join()).not.toMatch(/to place/i)
})
