import { expect, test } from 'vitest'
import { toInitials } from '@/components/ui/feedback/avatar'

test.each([
  ['Ana Berg', 'AB'],
  ['bo', 'B'],
  ['  Karl-Theodor von und zu Hohenlohe ', 'KH'],
  ['😀 Smile', '😀S'],
  ['Guest 12', 'G12'],
  ['Team 2027', 'T2'],
  ['', '?'],
])('%s is shown as %s', (name, initials) => {
  expect(toInitials(name)).toBe(initials)
})
