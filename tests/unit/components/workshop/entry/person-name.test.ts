import { afterEach, expect, it, vi } from 'vitest'
import {
  isNameless,
  NAMELESS,
  onNameSaid,
  recallName,
  rememberName,
} from '@/components/workshop/entry/person-name'

afterEach(() => {
  rememberName('')
  vi.unstubAllGlobals()
})

/** A browser in which nobody has said a name; `null` keeps nothing. */
function openBrowser(kept: Map<string, string> | null): void {
  const localStorage = kept && {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
  }
  vi.stubGlobal('window', { localStorage })
}

it('takes a name that was said as a name, even the one that stands for none', () => {
  openBrowser(new Map())
  expect(isNameless(NAMELESS)).toBe(true)
  expect(isNameless('Nora')).toBe(false)
  rememberName(NAMELESS)
  expect(isNameless(NAMELESS)).toBe(false)
  expect(recallName()).toBe(NAMELESS)
})

it('takes a name that this browser knows from before', () => {
  openBrowser(new Map([['contour-name', NAMELESS]]))
  expect(isNameless(NAMELESS)).toBe(false)
})

it('goes by what was said on the page where the browser keeps nothing', () => {
  openBrowser(null)
  expect(isNameless(NAMELESS)).toBe(true)
  rememberName(NAMELESS)
  expect(isNameless(NAMELESS)).toBe(false)
})

it('tells of a name that is said', () => {
  openBrowser(new Map())
  const heard: string[] = []
  const stop = onNameSaid(() => heard.push(recallName()))
  rememberName('Nora')
  stop()
  rememberName('Norah')
  expect(heard).toEqual(['Nora'])
})
