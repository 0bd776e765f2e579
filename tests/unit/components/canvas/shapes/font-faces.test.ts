import { expect, it } from 'vitest'
import { parseUnicodeRange } from '@/components/canvas/shapes/font-faces'

it('reads single characters, spans and wildcards of a unicode range', () => {
  expect(parseUnicodeRange('U+0-FF, u+131, U+4??')).toEqual([
    [0, 0xff],
    [0x131, 0x131],
    [0x400, 0x4ff],
  ])
})

it('passes over what is no range', () => {
  expect(parseUnicodeRange('latin, U+2')).toEqual([[2, 2]])
})
