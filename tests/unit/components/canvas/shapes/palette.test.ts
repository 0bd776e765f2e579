import { expect, it } from 'vitest'
import { initialsOf, picturePalette } from '@/components/canvas/shapes/palette'

it('takes the first letters of the first and the last name', () => {
  expect(['Anna Berger', 'tom', ' Mei  Xiu Lin ', 'Øyvind Åse', 'owner-210', ''].map(initialsOf)).toEqual([
    'AB',
    'T',
    'ML',
    'ØÅ',
    'O2',
    '',
  ])
})

it('gives pictures plain colours, for they leave the page and its variables behind', () => {
  for (const dark of [false, true]) {
    for (const color of Object.values(picturePalette(dark))) expect(color).toMatch(/^#[0-9A-F]{6}$/i)
  }
})
