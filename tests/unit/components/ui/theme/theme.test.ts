import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const css = readFileSync(new URL('../../../../../components/ui/tokens.css', import.meta.url), 'utf8')

/** What is declared in every block whose selector is this one. */
function declaredIn(selector: string): Map<string, string> {
  const declared = new Map<string, string>()
  for (const block of css.split('}')) {
    const [head = '', body = ''] = block.split(/\{(?=[^{]*$)/)
    if (head.trim().split('\n').at(-1)?.split('{').at(-1)?.trim() !== selector) continue
    for (const [, name = '', value = ''] of body.matchAll(/([\w-]+):\s*([^;]+);/g)) declared.set(name, value)
  }
  return declared
}

const PAIR = /light-dark\((#\w{6}), (#\w{6})\)/

/** The colours of one theme. */
function colorsOf(theme: 'light' | 'dark'): Map<string, string> {
  return new Map(
    [...all].map(([name, value]) => [name, value.replace(PAIR, theme === 'light' ? '$1' : '$2')]),
  )
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = parseInt(hex.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

const all = declaredIn(':root')
const light = colorsOf('light')
const dark = colorsOf('dark')

test('the dark theme is the same whether it was chosen or comes from the system', () => {
  const chosen = declaredIn(":root[data-theme='dark']")
  expect([all.get('color-scheme'), chosen.get('color-scheme')]).toEqual(['light dark', 'dark'])
  expect([...chosen.keys()]).toEqual(['color-scheme', '--hand-lighter'])
  expect(chosen.get('--hand-lighter')).toBe(
    declaredIn(":root:not([data-theme='light'])").get('--hand-lighter'),
  )
  expect([...declaredIn(":root[data-theme='light']")]).toEqual([['color-scheme', 'light']])
})

test('the dark theme leaves no colour of the light one behind', () => {
  const pairs = [...all.values()].filter((value) => PAIR.test(value))
  expect(pairs.length).toBeGreaterThan(20)
  const alike = [...all].filter(([, value]) => value.startsWith('#')).map(([name]) => name)
  expect(alike.filter((name) => !/^--(person|night)-/.test(name))).toEqual([])
})

describe.each([
  ['light', light],
  ['dark', dark],
])('in the %s theme', (_, theme) => {
  const ratio = (one: string, other: string): number => contrast(theme.get(one) ?? '', theme.get(other) ?? '')

  test.each(['--paper', '--surface', '--surface-sunk', '--surface-hover', '--track'])(
    'text is read on %s',
    (ground) => {
      for (const text of ['--ink', '--ink-soft'])
        expect(ratio(text, ground), text).toBeGreaterThanOrEqual(4.5)
    },
  )

  test('accent text is read on paper and on its tint', () => {
    for (const ground of ['--paper', '--surface', '--accent-tint']) {
      expect(ratio('--accent-text', ground), ground).toBeGreaterThanOrEqual(4.5)
    }
    expect(ratio('--accent-ink', '--accent')).toBeGreaterThanOrEqual(4.5)
    expect(ratio('--accent-ink', '--accent-hover')).toBeGreaterThanOrEqual(4.5)
  })

  test.each(['attention', 'danger', 'private'])('%s is read on its tint and on paper', (signal) => {
    for (const ground of [`--${signal}-tint`, '--surface']) {
      expect(ratio(`--${signal}-text`, ground), ground).toBeGreaterThanOrEqual(4.5)
    }
  })

  test('tooltips and toasts are read', () => {
    for (const text of ['--night-ink', '--night-soft', '--night-accent']) {
      expect(ratio(text, '--night'), text).toBeGreaterThanOrEqual(4.5)
    }
  })

  test('the edge of a control is seen', () => {
    for (const ground of ['--surface', '--paper']) {
      expect(ratio('--line-strong', ground), ground).toBeGreaterThanOrEqual(3)
    }
  })
})
