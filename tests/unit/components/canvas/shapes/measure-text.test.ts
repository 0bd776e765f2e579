import { afterEach, beforeEach, expect, test, vi } from 'vitest'

const measured: string[] = []
let letterPx = 1
let fontsSet = 0
let fontsCame: () => void = () => undefined

beforeEach(() => {
  vi.resetModules()
  measured.length = 0
  letterPx = 1
  fontsSet = 0
  let font = ''
  const context = {
    // Browsers answer in their own words: without what goes without saying, and in other quotes.
    get font() {
      return font.replace(/^400 /, '').replaceAll("'", '"')
    },
    set font(to: string) {
      font = to
      fontsSet++
    },
    measureText(text: string) {
      measured.push(`${font.slice(0, 8)} ${text}`)
      return { width: text.length * letterPx }
    },
  }
  vi.stubGlobal('document', {
    createElement: () => ({ getContext: () => context }),
    fonts: { addEventListener: (_: string, hear: () => void) => (fontsCame = hear) },
  })
})
afterEach(() => {
  vi.unstubAllGlobals()
  // What others measure with is none of this.
  vi.resetModules()
})

test('the same words are measured once in each font', async () => {
  const { measureIn } = await import('@/components/canvas/shapes/measure-text')
  const [small, large] = [measureIn({ sizePx: 10, weight: 400 }), measureIn({ sizePx: 20, weight: 400 })]
  expect([small('Team'), large('Team'), small('Team'), large('Team'), small('')]).toEqual([4, 4, 4, 4, 0])
  expect(measured).toEqual(['400 10px Team', '400 20px Team', '400 10px '])
})

test('a font is set once for all that is measured in it', async () => {
  const { measureIn } = await import('@/components/canvas/shapes/measure-text')
  const [small, large] = [measureIn({ sizePx: 10, weight: 400 }), measureIn({ sizePx: 20, weight: 400 })]
  for (const text of ['Team', 'Ship', 'Memory']) small(text)
  expect(fontsSet).toBe(1)
  large('Team')
  small('Ideas')
  expect([fontsSet, measured.at(-1)]).toEqual([3, '400 10px Ideas'])
})

test('words are measured anew when a font has come', async () => {
  const { measureIn } = await import('@/components/canvas/shapes/measure-text')
  const measure = measureIn({ sizePx: 10, weight: 400 })
  expect(measure('Team')).toBe(4)
  letterPx = 2
  fontsCame()
  expect(measure('Team')).toBe(8)
})

test('what was measured is let go of before it becomes much', async () => {
  const { measureIn } = await import('@/components/canvas/shapes/measure-text')
  const measure = measureIn({ sizePx: 10, weight: 400 })
  measure('Team')
  for (let at = 0; at < 20_000; at++) measure(`${at}`)
  measured.length = 0
  measure('Team')
  expect(measured).toEqual(['400 10px Team'])
})
