import { expect, test } from 'vitest'
import { zoomStepFrom } from '@/lib/moving/zoom-step'

const STEPS = [0.1, 0.25, 0.5, 1, 2]

test('a step leads to the next zoom of the row, from between two of them as well', () => {
  expect([zoomStepFrom(0.5, STEPS, 'in'), zoomStepFrom(0.5, STEPS, 'out')]).toEqual([1, 0.25])
  expect([zoomStepFrom(0.37, STEPS, 'in'), zoomStepFrom(0.37, STEPS, 'out')]).toEqual([0.5, 0.25])
})

test('a step that nobody would see is passed over', () => {
  expect([zoomStepFrom(0.49, STEPS, 'in'), zoomStepFrom(0.51, STEPS, 'out')]).toEqual([1, 0.25])
})

test('at the end of the row a step leads to the end of it', () => {
  expect([zoomStepFrom(2, STEPS, 'in'), zoomStepFrom(0.1, STEPS, 'out')]).toEqual([2, 0.1])
  expect([zoomStepFrom(0.05, STEPS, 'out'), zoomStepFrom(1, [], 'in')]).toEqual([0.1, 1])
})
