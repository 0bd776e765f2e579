import { EventEmitter } from 'node:events'
import { atom } from '@tldraw/state'
import type { Editor } from 'tldraw'
import { expect, test } from 'vitest'
import { keepGlide } from '@/components/canvas/view/keep-glide'
import { GLIDE } from '@/components/canvas/view/glide'

type Camera = { x: number; y: number; z: number }

const HERE = { x: 0, y: 0, z: 0.5 }
const THERE = { x: 90, y: 0, z: 0.5 }

/** A view that a glide has not begun to move when it is asked for. */
function standHere() {
  const heard = new EventEmitter()
  const screen = atom('screen', { w: 800, h: 600 })
  let camera: Camera = HERE
  const asked: [Camera, object | undefined][] = []
  const editor = {
    getCamera: () => camera,
    getZoomLevel: () => camera.z,
    getViewportScreenBounds: () => screen.get(),
    setCamera: (to: Camera, options?: object) => {
      heard.emit('stop-camera-animation')
      asked.push([to, options])
    },
    on: (name: string, run: () => void) => heard.on(name, run),
    off: (name: string, run: () => void) => heard.off(name, run),
  } as unknown as Editor
  const stop = keepGlide(editor)
  return {
    ...{ editor, asked, stop },
    arrive: (at: Camera) => {
      camera = at
    },
    widen: () => screen.set({ w: screen.get().w + 320, h: 600 }),
    interrupt: () => heard.emit('stop-camera-animation'),
  }
}

test('a glide is asked for again, to the same place, whenever the canvas changes its size under it', () => {
  const { editor, asked, widen } = standHere()
  editor.setCamera(THERE, GLIDE)
  widen()
  widen()
  expect(asked).toEqual([
    [THERE, GLIDE],
    [THERE, GLIDE],
    [THERE, GLIDE],
  ])
})

test('a view that has arrived, was taken elsewhere or did not glide stays where it is', () => {
  const { editor, asked, widen, arrive, interrupt } = standHere()
  editor.setCamera(THERE, GLIDE)
  arrive(THERE)
  widen()
  editor.setCamera(HERE, GLIDE)
  interrupt()
  widen()
  editor.setCamera(HERE, { immediate: true })
  widen()
  expect(asked).toHaveLength(3)
})

test('nothing is left of it afterwards', () => {
  const { editor, asked, widen, stop } = standHere()
  editor.setCamera(THERE, GLIDE)
  stop()
  widen()
  expect(asked).toHaveLength(1)
})
