import { expect, it } from 'vitest'
import { gestureKindAt } from '@/components/canvas/gesture'

it('tells a hand at work from a resting tool', () => {
  expect(gestureKindAt('select.translating')).toBe('moving')
  expect(gestureKindAt('select.resizing')).toBe('resizing')
  expect(gestureKindAt('select.rotating')).toBe('rotating')
  expect(gestureKindAt('draw.drawing')).toBe('drawing')
  for (const path of [
    'select.idle',
    'select.pointing_shape',
    'select.editing_shape',
    'hand.dragging',
    'note.idle',
  ]) {
    expect(gestureKindAt(path)).toBe('idle')
  }
})
