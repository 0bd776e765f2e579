import type { Editor } from 'tldraw'
import { expect, it } from 'vitest'
import { openedMenu, openMenuOfSelection } from '@/components/canvas/context-menu/opened-menu'

/** A canvas right of a list and below a bar, seen at half its size and moved by (100, 20). */
function stand({ isPointing = false, isSelected = true } = {}): Editor {
  return {
    inputs: { isPointing },
    isIn: () => true,
    getSelectionPageBounds: () => (isSelected ? { minX: 40, minY: 60, maxX: 240, maxY: 160 } : null),
    pageToViewport: ({ x, y }: { x: number; y: number }) => ({ x: 100 + x / 2, y: 20 + y / 2 }),
    getContainer: () => ({
      getBoundingClientRect: () => ({ left: 264, top: 48, width: 1016, height: 672 }),
    }),
  } as unknown as Editor
}

it('a menu that a key asked for hangs in the window where what is selected is seen', () => {
  const editor = stand()
  openMenuOfSelection(editor)
  expect(openedMenu(editor).get()).toEqual({ x: 264 + 220, y: 48 + 50 })
})

it('it hangs amid the canvas where nothing is selected', () => {
  const editor = stand({ isSelected: false })
  openMenuOfSelection(editor)
  expect(openedMenu(editor).get()).toEqual({ x: 772, y: 384 })
})

it('it stays closed while a hand is at work', () => {
  const editor = stand({ isPointing: true })
  openMenuOfSelection(editor)
  expect(openedMenu(editor).get()).toBe(null)
})
