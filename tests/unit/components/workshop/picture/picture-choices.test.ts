import { afterEach, expect, test, vi } from 'vitest'
import { recallChoices, rememberChoices } from '@/components/workshop/picture/picture-choices'

afterEach(() => vi.unstubAllGlobals())

function keep(content: string | null): Map<string, string> {
  const kept = new Map(content === null ? [] : [['contour-picture', content]])
  const localStorage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  }
  vi.stubGlobal('window', { localStorage })
  return kept
}

const USUAL = { format: 'png', scale: 2, dark: false, captioned: true }

test('a browser starts with a light PNG at 2x with its title', () => {
  keep(null)
  expect(recallChoices()).toEqual(USUAL)
})

test('what was chosen last is chosen again', () => {
  keep(null)
  rememberChoices({ format: 'svg', scale: 4, dark: true, captioned: false })
  expect(recallChoices()).toEqual({ format: 'svg', scale: 4, dark: true, captioned: false })
})

test('what cannot be read, or is from another version, is left aside', () => {
  for (const content of ['{', '{"format":"gif","scale":3}', '7']) {
    keep(content)
    expect(recallChoices(), content).toEqual(USUAL)
  }
})

test('a browser that keeps nothing is no trouble', () => {
  vi.stubGlobal('window', {
    get localStorage(): never {
      throw new Error('denied')
    },
  })
  rememberChoices({ format: 'svg', scale: 4, dark: true, captioned: false })
  expect(recallChoices()).toEqual(USUAL)
})
