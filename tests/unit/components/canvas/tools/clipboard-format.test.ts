import { expect, it } from 'vitest'
import { formatClipboard, parseClipboard } from '@/components/canvas/tools/clipboard-format'

const content = {
  shapes: [{ id: 'shape:a', type: 'note', meta: {}, x: 1 }],
  rootShapeIds: ['shape:a'],
  schema: {},
  assets: [],
}

it('reads back what it wrote, with everything in it', () => {
  expect(parseClipboard(formatClipboard(content))).toEqual(content)
})

it('reads what was copied without pictures', () => {
  const withoutPictures = { ...content, assets: undefined }
  expect(parseClipboard(formatClipboard(withoutPictures))).toEqual(content)
})

it('answers null for any other text', () => {
  for (const text of [
    '',
    'hello',
    '{}',
    '{"contour":2}',
    JSON.stringify({ contour: 1, content: { shapes: 1 } }),
  ]) {
    expect(parseClipboard(text)).toBeNull()
  }
})
