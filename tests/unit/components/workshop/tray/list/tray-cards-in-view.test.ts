import { afterEach, expect, it, vi } from 'vitest'
import { trayCardsInView } from '@/components/workshop/tray/list/tray-cards-in-view'

afterEach(() => vi.unstubAllGlobals())

/** A list of cards on a screen of 800 by 600, each so tall; answers with how often it was asked what lies on top. */
function standOnPage(ids: readonly string[], height: number): { asked(): number } {
  let asked = 0
  const cards = ids.map((id, at) => ({
    dataset: { trayCard: id },
    getBoundingClientRect: () => ({ left: 0, top: at * height, width: height && 200, height }),
    contains: (other: unknown) => other === cards[at],
  }))
  vi.stubGlobal('window', { innerWidth: 800, innerHeight: 600 })
  vi.stubGlobal('document', {
    querySelectorAll: () => cards,
    elementFromPoint: (_x: number, y: number) => {
      asked += 1
      return cards[Math.floor(y / height)]
    },
  })
  return { asked: () => asked }
}

const MANY = Array.from({ length: 100 }, (_, at) => `card ${at}`)

it('finds those asked for that are on the screen, and looks for no other', () => {
  const page = standOnPage(MANY, 50)
  expect([...trayCardsInView(new Set(['card 3', 'card 50', 'elsewhere']))]).toEqual(['card 3'])
  expect(page.asked()).toBe(1)
})

it('looks for none where the tray is folded, or where nothing was asked for', () => {
  const folded = standOnPage(MANY, 0)
  expect(trayCardsInView(new Set(MANY)).size).toBe(0)
  expect(folded.asked()).toBe(0)
  vi.stubGlobal('document', {})
  expect(trayCardsInView(new Set()).size).toBe(0)
})
