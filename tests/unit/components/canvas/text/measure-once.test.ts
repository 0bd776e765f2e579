import { TextManager } from 'tldraw'
import { afterEach, expect, test, vi } from 'vitest'
import { Known, measureOnce } from '@/components/canvas/text/measure-once'

const SIZE = { x: 0, y: 0, w: 40, h: 20, scrollWidth: 0 }
const OPTS = {
  ...{ fontStyle: 'normal', fontWeight: 'normal', fontFamily: 'draw', fontSize: 20, lineHeight: 1.35 },
  ...{ maxWidth: null, padding: '0px' },
}

afterEach(() => vi.unstubAllGlobals())

function counted(look: () => string = () => '') {
  const known = new Known(look)
  const asked: string[] = []
  const measure = (html: string, opts = OPTS) =>
    known.get(html, opts, (words) => {
      asked.push(words)
      return { ...SIZE, w: words.length * opts.fontSize }
    })
  return { measure, asked }
}

test('the same words are laid out once, others and those of another size for themselves', () => {
  const { measure, asked } = counted()
  for (let at = 0; at < 1_000; at++) expect(measure('i').w).toBe(20)
  expect(measure('ii').w).toBe(40)
  expect(measure('i', { ...OPTS, fontSize: 30 }).w).toBe(30)
  expect(asked).toEqual(['i', 'ii', 'i'])
})

test('all are laid out anew as soon as a font has come', () => {
  let look = 'no font'
  const { measure, asked } = counted(() => look)
  measure('i')
  look = 'one font'
  measure('i')
  measure('i')
  expect(asked).toEqual(['i', 'i'])
})

test('not more is kept than a full board has', () => {
  const { measure, asked } = counted()
  for (let at = 0; at < 8_001; at++) measure(String(at))
  measure('8000')
  expect(asked).toHaveLength(8_001)
  measure('0')
  expect(asked).toHaveLength(8_002)
})

test('nor more of long texts, of which each letter that is typed makes another', () => {
  const { measure, asked } = counted()
  const typed = (at: number): string => 'a'.repeat(100_000 + at)
  for (let at = 0; at < 41; at++) measure(typed(at))
  measure(typed(40))
  expect(asked).toHaveLength(41)
  measure(typed(0))
  expect(asked).toHaveLength(42)
})

test('what was measured in a canvas that is not on the page is measured anew in the next', () => {
  const known = new Known(() => '')
  const measureIn = (h: number): number => known.get('i', OPTS, () => ({ ...SIZE, h })).h
  expect([measureIn(0), measureIn(20), measureIn(0)]).toEqual([0, 20, 20])
})

test('the engine measures so until it has its own way back', () => {
  let loaded = 0
  const fonts = {
    size: 1,
    forEach: (each: (face: object) => void) => each({ status: loaded ? 'loaded' : '' }),
  }
  vi.stubGlobal('document', { fonts })
  vi.stubGlobal('devicePixelRatio', 1)
  let calls = 0
  const engines = TextManager.prototype.measureHtml
  TextManager.prototype.measureHtml = () => ({ ...SIZE, w: ++calls })
  const undo = measureOnce()
  const manager = Object.create(TextManager.prototype) as TextManager
  expect([manager.measureHtml('a', OPTS).w, manager.measureHtml('a', OPTS).w]).toEqual([1, 1])
  loaded = 1
  expect([manager.measureHtml('a', OPTS).w, manager.measureHtml('a', OPTS).w]).toEqual([2, 2])
  undo()
  expect([manager.measureHtml('a', OPTS).w, manager.measureHtml('a', OPTS).w]).toEqual([3, 4])
  TextManager.prototype.measureHtml = engines
})
