import { Box, type Editor } from 'tldraw'
import { expect, it } from 'vitest'
import { shapesSeen } from '@/components/canvas/moving/travel/shapes-seen'

const BOXES: Readonly<Record<string, Box>> = {
  'shape:seen': new Box(100, 100, 50, 50),
  'shape:far': new Box(5_000, 0, 50, 50),
  'shape:edge': new Box(790, 0, 50, 50),
}

it('says of each shape asked for whether it can be seen, and looks at no other', () => {
  const measured: string[] = []
  const editor = {
    getViewportPageBounds: () => new Box(0, 0, 800, 600),
    getZoomLevel: () => 1,
    getShape: (id: string) => (BOXES[id] ? { id } : undefined),
    getShapePageBounds: (id: string) => {
      measured.push(id)
      return BOXES[id]
    },
  } as unknown as Editor
  const seen = shapesSeen(editor, ['shape:seen', 'shape:edge', 'shape:gone'])
  expect([...seen]).toEqual([
    ['shape:seen', true],
    ['shape:edge', false],
  ])
  expect(measured).toEqual(['shape:seen', 'shape:edge'])
})
