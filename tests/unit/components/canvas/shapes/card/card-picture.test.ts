import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { afterEach, expect, it, vi } from 'vitest'
import { CardPicture } from '@/components/canvas/shapes/card/card-picture'
import { picturePalette } from '@/components/canvas/shapes/palette'
import type { CardProps } from '@/lib/board/shapes/card'

afterEach(() => vi.unstubAllGlobals())

it('rounds a card that is no higher than small letters as little as the page does, and begins its title as near the edge', () => {
  // Without a drawing context every letter counts as equally wide.
  vi.stubGlobal('document', { createElement: () => ({ getContext: () => null }) })
  expect([88, 30, 16].map(drawn)).toEqual([
    { rounding: '10', left: '14' },
    { rounding: '10', left: '14' },
    { rounding: '4', left: '10' },
  ])
})

function drawn(h: number) {
  const props = { w: 100, h, target: 'curve:linear', x: null, pinX: 0, pinY: 0 } as CardProps
  const facts = { title: 'Ship', team: undefined, teamHue: null, owner: undefined, teamType: null } as const
  const said = { curve: null, isOnSharedPlot: false, reading: '', said: '', where: '' } as const
  const all = { props, facts: { ...facts, ...said }, palette: picturePalette(false) }
  const svg = renderToStaticMarkup(createElement(CardPicture, all))
  return { rounding: svg.match(/rx="(\d+)"/)?.[1], left: svg.match(/<text x="(\d+)"/)?.[1] }
}
