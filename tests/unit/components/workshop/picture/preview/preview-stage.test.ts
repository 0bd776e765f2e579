import { expect, test } from 'vitest'
import type { PicturePlan } from '@/components/board/canvas/canvas-pictures'
import { previewStage } from '@/components/workshop/picture/preview/preview-stage'

const BOARD: PicturePlan = { part: { kind: 'board' }, dark: false, heading: null }
const DARK: PicturePlan = { ...BOARD, dark: true }

test('until a first picture is drawn, and after one that could not be, it says that it is at work', () => {
  expect(previewStage(null, BOARD)).toBe('drawing')
  expect(previewStage({ address: null, plan: BOARD }, DARK)).toBe('drawing')
})

test('an older picture stays until the next is drawn', () => {
  expect(previewStage({ address: 'blob:1', plan: BOARD }, BOARD)).toBe('current')
  expect(previewStage({ address: 'blob:1', plan: BOARD }, DARK)).toBe('stale')
})

test('what could not be drawn is said, not left empty', () => {
  expect(previewStage({ address: null, plan: BOARD }, BOARD)).toBe('failed')
})
