import { expect, test } from 'vitest'
import { toScriptPerFrame, type TraceEvent } from '../bench/support/script-trace'

const page = { pid: 7, tid: 1 }
const frame = (atMs: number, thread = page): TraceEvent => ({
  name: 'AnimationFrame',
  ph: 'b',
  ...thread,
  ts: atMs * 1_000,
})
const script = (atMs: number, lastsMs: number, rest: Partial<TraceEvent> = {}): TraceEvent => ({
  ...{ name: 'FunctionCall', ph: 'X', ...page, ...rest },
  ts: atMs * 1_000,
  dur: lastsMs * 1_000,
})

test('script counts for the frame it leads up to, that of a timer or a hand in between as well', () => {
  const events = [
    frame(0),
    script(1, 3, { name: 'FireAnimationFrame' }),
    script(9, 2, { name: 'TimerFire' }),
    frame(16),
    frame(32),
  ]
  expect(toScriptPerFrame(events)).toEqual([5, 0])
})

test('a function counts once where the event that called it is in the trace as well', () => {
  const events = [
    frame(0),
    script(2, 1),
    script(1, 4, { name: 'FireAnimationFrame' }),
    script(1, 4),
    frame(16),
  ]
  expect(toScriptPerFrame(events)).toEqual([4])
})

test('only the page that drew most counts, and only its script', () => {
  const other = { pid: 8, tid: 1 }
  const events = [
    ...[frame(0), script(1, 2), script(4, 6, { name: 'UpdateLayerTree' }), frame(16)],
    ...[frame(3, other), script(5, 9, other)],
  ]
  expect(toScriptPerFrame(events)).toEqual([2])
})

test('a trace without pictures says nothing', () => {
  expect(toScriptPerFrame([script(1, 2)])).toEqual([])
})
