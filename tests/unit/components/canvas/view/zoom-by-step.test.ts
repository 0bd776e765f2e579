import { EventEmitter } from 'node:events'
import type { Editor } from 'tldraw'
import { expect, test } from 'vitest'
import { keepGlide } from '@/components/canvas/view/keep-glide'
import { zoomByStep } from '@/components/canvas/view/zoom-by-step'

type Camera = { x: number; y: number; z: number }

/** A view 800 px wide; a glide has not begun to move it when it is asked for. */
function standAt(from: Camera) {
  const heard = new EventEmitter()
  let camera = from
  let leadsTo = from
  const editor = {
    getCamera: () => camera,
    getCameraOptions: () => ({ zoomSteps: [0.25, 0.5, 1, 2] }),
    getViewportScreenCenter: () => ({ x: 400, y: 300 }),
    setCamera: (to: Camera) => {
      heard.emit('stop-camera-animation')
      leadsTo = to
    },
    getZoomLevel: () => camera.z,
    getViewportScreenBounds: () => ({ w: 800, h: 600 }),
    on: (name: string, run: () => void) => heard.on(name, run),
    off: (name: string, run: () => void) => heard.off(name, run),
  } as unknown as Editor
  keepGlide(editor)
  const move = (to: Camera): void => {
    editor.setCamera(to)
    camera = to
  }
  return { editor, leadsTo: () => leadsTo, move }
}

test('what is in the middle of the view stays there', () => {
  const { editor, leadsTo } = standAt({ x: 0, y: 0, z: 0.5 })
  zoomByStep(editor, 'in')
  const { x, y, z } = leadsTo()
  expect(z).toBe(1)
  expect({ x: 400 / z - x, y: 300 / z - y }).toEqual({ x: 800, y: 600 })
})

test('two presses are two steps though the view has not begun to move, and one back is one', () => {
  const { editor, leadsTo } = standAt({ x: 0, y: 0, z: 0.5 })
  zoomByStep(editor, 'in')
  zoomByStep(editor, 'in')
  expect(leadsTo().z).toBe(2)
  zoomByStep(editor, 'out')
  expect(leadsTo().z).toBe(1)
})

test('a view that was moved meanwhile is zoomed from where it is', () => {
  const { editor, leadsTo, move } = standAt({ x: 0, y: 0, z: 0.5 })
  zoomByStep(editor, 'in')
  move({ x: 70, y: 0, z: 0.25 })
  zoomByStep(editor, 'in')
  expect(leadsTo().z).toBe(0.5)
})
