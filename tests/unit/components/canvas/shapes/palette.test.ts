import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { CURVES } from '@/lib/curves/catalogue'
import {
  initialsOf,
  lineColor,
  PAGE_PALETTE,
  picturePalette,
  pinColor,
  type Palette,
} from '@/components/canvas/shapes/palette'

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
    const { teams, ...others } = picturePalette(dark)
    for (const color of [...Object.values(others), ...teams.hues, teams.none]) {
      expect(color).toMatch(/^#[0-9A-F]{6}$/i)
    }
  }
})

it.each(['light', 'dark'] as const)('gives pictures the colours of the page in the %s', (theme) => {
  const onPage = colorsOf(PAGE_PALETTE).map(([name, color]) => [name, valueOf(color, theme)])
  const inPictures = colorsOf(picturePalette(theme === 'dark'))
  expect(onPage).toEqual(inPictures.map(([name, color]) => [name, color.toLowerCase()]))
})

it('draws each curve of a shared plot in a colour of its own that is seen on its paper and carries its letter', () => {
  for (const dark of [false, true]) {
    const palette = picturePalette(dark)
    const colors = CURVES.map(({ letter }) => lineColor(palette, letter))
    expect(new Set(colors).size).toBe(CURVES.length)
    for (const color of colors) {
      expect(contrast(color, palette.surface)).toBeGreaterThanOrEqual(4.5)
      expect(contrast(color, palette.card)).toBeGreaterThanOrEqual(4.5)
    }
    expect(lineColor(palette, 'Z')).toBe(palette.ink)
  }
})

it('gives a pin the colour of its line only where lines share a plot', () => {
  const palette = picturePalette(false)
  const curve = { letter: 'B' }
  expect(pinColor({ curve, isOnSharedPlot: true }, palette)).toBe(palette.lineB)
  expect(pinColor({ curve, isOnSharedPlot: false }, palette)).toBe(palette.accent)
  expect(pinColor({ curve: null, isOnSharedPlot: false }, palette)).toBe(palette.accent)
})

/** The contrast of two colours as WCAG reckons it. */
function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = parseInt(color.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** All but those of teams. */
function colorsOf({ teams, ...others }: Palette): [string, string][] {
  expect(teams.hues).not.toEqual([])
  return Object.entries(others)
}

const STYLES = ['ui/tokens.css', 'canvas/canvas.css']
  .map((path) => readFileSync(new URL(`../../../../../components/${path}`, import.meta.url), 'utf8'))
  .join('\n')

/** What a variable of the page says: either a pair of colours, or one value for each theme, the light one first. */
function valueOf(color: string, theme: 'light' | 'dark'): string {
  const name = /^var\((--.+)\)$/.exec(color)?.[1]
  if (!name) return color
  const said = [...STYLES.matchAll(new RegExp(`${name}: ([^;]+);`, 'g'))].map(([, value = '']) => value)
  const value = said.at(theme === 'light' ? 0 : -1) ?? ''
  const pair = /^light-dark\((.+), (.+)\)$/.exec(value)
  return valueOf(pair?.[theme === 'light' ? 1 : 2] ?? value, theme)
}
