import { expect, it } from 'vitest'
import { foldText } from '@/lib/moving/fold-text'

it('takes case and accents away and keeps every letter', () => {
  expect(foldText('Überprüfung ÉLAN')).toBe('uberprufung elan')
})
