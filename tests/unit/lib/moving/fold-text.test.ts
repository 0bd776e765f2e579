import { expect, it } from 'vitest'
import { foldText } from '@/lib/moving/fold-text'

it('takes case and accents away and keeps every letter', () => {
  expect(foldText('Überprüfung ÉLAN')).toBe('uberprufung elan')
})

it('keeps the marks that make another word', () => {
  expect(foldText('バス')).not.toBe(foldText('パス'))
})
