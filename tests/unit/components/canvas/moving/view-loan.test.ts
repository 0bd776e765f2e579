import type { Editor } from 'tldraw'
import { expect, test } from 'vitest'
import { createViewLoan } from '@/components/canvas/moving/view-loan'

type Camera = { x: number; y: number; z: number }

function standAt(from: Camera) {
  let camera = from
  const editor = {
    getCamera: () => camera,
    setCamera: (to: Camera) => void (camera = to),
  } as unknown as Editor
  return { editor, camera: () => camera, move: (to: Camera) => void (camera = to) }
}

const FROM = { x: 10, y: 20, z: 0.5 }

test('a view is lent in px of the screen and comes back', () => {
  const { editor, camera } = standAt(FROM)
  const loan = createViewLoan(editor)
  loan.take({ dx: 0, dy: 60 })
  expect(camera()).toEqual({ x: 10, y: 140, z: 0.5 })
  loan.giveBack()
  expect(camera()).toEqual(FROM)
})

test('a view that somebody moved meanwhile stays where they have it', () => {
  const { editor, camera, move } = standAt(FROM)
  const loan = createViewLoan(editor)
  loan.take({ dx: 5, dy: 0 })
  move({ x: 500, y: 20, z: 0.5 })
  loan.giveBack()
  expect(camera().x).toBe(500)
  move(FROM)
  loan.giveBack()
  expect(camera()).toEqual(FROM)
})

test('a view that is on its way is lent further, and comes back to where it was before', () => {
  const { editor, camera, move } = standAt(FROM)
  const loan = createViewLoan(editor)
  loan.take({ dx: 0, dy: 60 })
  move({ x: 10, y: 70, z: 0.5 })
  loan.take({ dx: 0, dy: 55 })
  expect(camera()).toEqual({ x: 10, y: 180, z: 0.5 })
  loan.giveBack()
  expect(camera()).toEqual(FROM)
})

test('a view that is lent a second time comes back to where it was first', () => {
  const { editor, camera } = standAt(FROM)
  const loan = createViewLoan(editor)
  loan.take({ dx: 0, dy: 60 })
  loan.take({ dx: 0, dy: 20 })
  expect(camera()).toEqual({ x: 10, y: 180, z: 0.5 })
  loan.giveBack()
  expect(camera()).toEqual(FROM)
})
