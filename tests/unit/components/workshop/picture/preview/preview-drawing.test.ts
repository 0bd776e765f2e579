import { beforeEach, expect, test } from 'vitest'
import type { Picture, PictureFailure, PicturePlan } from '@/components/board/canvas/canvas-pictures'
import { isPreviewed, PreviewDrawing } from '@/components/workshop/picture/preview/preview-drawing'
import { err, ok, type Result } from '@/lib/result'
import { FakeBoardClock } from '../../../board/support/fake-board-clock'

const SIZE = { w: 300, h: 200 }
const BOARD: PicturePlan = { part: { kind: 'board' }, dark: false, heading: null }
const DARK: PicturePlan = { ...BOARD, dark: true }

let clock: FakeBoardClock
let drawing: PreviewDrawing
/** What was begun to be drawn. */
let begun: PicturePlan[]
let shown: (Blob | null)[]
let finish: (result: Result<Picture, PictureFailure>) => void

const pictures = {
  drawSvg: (plan: PicturePlan): Promise<Result<Picture, PictureFailure>> => {
    begun.push(plan)
    return new Promise((resolve) => (finish = resolve))
  },
}
const picture = (): Result<Picture, PictureFailure> => ok({ file: new Blob(['<svg/>']), size: SIZE })

function begin(plan: PicturePlan, changes: { waits?: boolean } = {}): () => void {
  return drawing.begin({ pictures, plan, waits: false, ...changes }, (file) => shown.push(file))
}

beforeEach(() => {
  clock = new FakeBoardClock()
  drawing = new PreviewDrawing(clock)
  begun = []
  shown = []
})

test('there is a preview of up to 400 things, and none where there is nothing to draw', () => {
  expect([0, 1, 400, 401].map((count) => isPreviewed(SIZE, count))).toEqual([true, true, true, false])
  expect(isPreviewed(null, 1)).toBe(false)
})

test('it is drawn once nobody has chosen anything else for a quarter of a second', async () => {
  const giveUp = begin(BOARD)
  await clock.advance(249)
  giveUp()
  begin(DARK)
  await clock.advance(249)
  expect(begun).toEqual([])
  await clock.advance(1)
  expect(begun).toEqual([DARK])
})

test('what is chosen while one is drawn takes its place, however late that one is finished', async () => {
  const giveUp = begin(BOARD)
  await clock.advance(250)
  const finishFirst = finish
  giveUp()
  begin(DARK)
  await clock.advance(250)
  finishFirst(picture())
  await clock.advance(0)
  expect(shown).toEqual([])
  finish(picture())
  await clock.advance(0)
  expect(shown).toHaveLength(1)
})

test('nothing is drawn while a picture to take along is made', async () => {
  begin(BOARD, { waits: true })
  await clock.advance(10_000)
  expect([begun, clock.waiting]).toEqual([[], 0])
})

test('what was drawn is not drawn again, what was given up is', async () => {
  const giveUp = begin(BOARD)
  await clock.advance(250)
  giveUp()
  begin(BOARD)
  await clock.advance(250)
  finish(picture())
  await clock.advance(0)
  begin(BOARD)
  await clock.advance(250)
  expect(begun).toEqual([BOARD, BOARD])
})

test('what cannot be drawn leaves no older picture standing', async () => {
  begin(BOARD)
  await clock.advance(250)
  finish(err('failed'))
  await clock.advance(0)
  expect(shown).toEqual([null])
})

test('what could not be drawn is tried again where that is asked for', async () => {
  begin(BOARD)
  await clock.advance(250)
  finish(err('failed'))
  await clock.advance(0)
  drawing.forget()
  begin(BOARD)
  await clock.advance(250)
  finish(picture())
  await clock.advance(0)
  expect(begun).toEqual([BOARD, BOARD])
  expect(shown.map((file) => file !== null)).toEqual([false, true])
})
