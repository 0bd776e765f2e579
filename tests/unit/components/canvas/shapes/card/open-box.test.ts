import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { CARD_FACE } from '@/components/canvas/shapes/card/card-face'
import { openBox } from '@/components/canvas/shapes/card/open-box'

const NARROW = { w: 100, h: 16, x: null, pinY: 0 }
const TITLE = 'Align the processors of a node by socket'
const FAR = 5_000

// Without a drawing context every letter counts as equally wide.
beforeEach(() => vi.stubGlobal('document', { createElement: () => ({ getContext: () => null }) }))
afterEach(() => vi.unstubAllGlobals())

it('opens a narrow card as wide as words need, and as low as its lines', () => {
  const one = openBox({ x: 10, y: 20 }, { props: NARROW, title: 'Auth', maxX: FAR })
  expect(one).toMatchObject({ x: 10, y: 20, w: CARD_FACE.openW })
  const more = openBox({ x: 10, y: 20 }, { props: NARROW, title: `${TITLE} ${TITLE}`, maxX: FAR })
  expect(more.h).toBeGreaterThan(one.h)
})

it('opens it to the left where the right of it would be out of sight, no further than its own box', () => {
  const at = (maxX: number) => openBox({ x: 400, y: 0 }, { props: NARROW, title: TITLE, maxX }).x
  expect(at(400 + CARD_FACE.openW)).toBe(400)
  expect(at(400 + CARD_FACE.openW - 30)).toBe(370)
  expect(at(410)).toBe(400 + NARROW.w - CARD_FACE.openW)
})

it('opens a card above its pin upwards, and leaves a wide one where it is', () => {
  const pinned = { w: 216, h: 30, x: 0.4, pinY: 40 }
  const box = openBox({ x: 400, y: 100 }, { props: pinned, title: TITLE, maxX: 410 })
  expect(box).toMatchObject({ x: 400, w: 216 })
  expect(box.y + box.h).toBe(130)
})
